//! stub
pub fn doc_lines(text: &str, _width: usize) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
pub fn sentence(text: &str) -> String {
    format!("{}.", text.lines().next().unwrap_or_default())
}
pub fn example_lines(json: &serde_json::Value) -> Vec<String> {
    vec!["```json".into(), json.to_string(), "```".into()]
}
