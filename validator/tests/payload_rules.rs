//! The pages of the rules about payloads: each bad sample is found by its rule and by no other, and its good sample is fine.

use bindery::Config;
use bindery::source::Sources;
use bindery_validator::Rule;
use bindery_validator::payload::traffic::{Form, judge};
use bindery_validator::payload::{Description, Validator};
use bindery_validator::rule::ALL;

/// What all samples are held against.
const AGENTS: &str = "
openapi: 3.0.3
info: {title: Agents, version: '1'}
servers: [{url: 'https://agents.example'}]
paths:
  /me: {get: {operationId: me, security: [{key: []}], responses: {'200': {description: It}}}}
  /agents:
    get:
      operationId: list
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {'200': {description: They}}
    post:
      operationId: create
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Agent'}}
          application/xml: {schema: {type: object}}
      responses: {'201': {description: It}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: Api-Key}}
  schemas:
    Agent:
      type: object
      additionalProperties: false
      required: [name]
      properties: {id: {type: integer, readOnly: true}, name: {type: string}, limit: {type: integer}}
";

fn found(sample: &str) -> Vec<&'static Rule> {
    let mut sources = Sources::default();
    let text = sources.add("agents.yaml", AGENTS);
    let description = Description::new(Config::new().examine_source(sources, text).expect("there are no options"));
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), sample.as_bytes(), &mut sources).expect("it can be read");
    traffic.findings.into_iter().map(|finding| finding.rule).collect()
}

fn sample<'p>(rule: &'p Rule, heading: &str) -> &'p str {
    let rest = rule.page.split_once(&format!("\n## {heading}\n\n```json\n")).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split_once("```")).map_or_else(|| panic!("{} has no sample", rule.id), |(sample, _)| sample)
}

#[test]
fn bad_samples_are_found_and_good_ones_are_not() {
    for rule in ALL.iter().copied().filter(|rule| rule.group() == "payload") {
        assert_eq!(found(sample(rule, "Bad")), [rule]);
        assert_eq!(found(sample(rule, "Good")), Vec::<&Rule>::new(), "{}", rule.id);
    }
}
