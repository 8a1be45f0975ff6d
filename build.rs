//! Generates the client from its description.

fn main() -> Result<(), bindery::Error> {
    bindery::compile("spec/ledger.yaml")
}
