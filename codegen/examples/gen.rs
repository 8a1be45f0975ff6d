fn main() {
    let path = std::env::args().nth(1).unwrap();
    let generated = bindery::Config::new().generate(&path);
    match generated {
        Ok(generated) => {
            let report = bindery::report::Report::of(&generated.diagnostics, &generated.sources);
            for block in report.blocks(bindery::report::Color::Never) {
                eprintln!("{block}");
            }
            println!("{}", generated.text);
            if std::env::args().nth(2).is_some() {
                eprintln!("{}", bindery::ir::render(&generated.api));
            }
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1)
        }
    }
}
