//! Folders that go away after a test, and the binary run in them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The flagship description.
pub(crate) const LEDGER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml");

/// The runtime that generated code uses.
pub(crate) const RUNTIME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");

/// A description with a little of everything that the tests look at.
pub(crate) const PETS: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example}]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - {name: petId, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet:
      type: object
      required: [id, kind]
      properties:
        id: {type: string, readOnly: true}
        kind: {type: string, enum: [cat, dog]}
        age: {type: integer, minimum: 0}
";

/// A folder of one test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder; the name has to be the test's own.
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bindery-cli-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Makes a folder with `pets.yaml` in it.
    pub(crate) fn with_pets(name: &str) -> Self {
        let folder = Self::new(name);
        folder.write("pets.yaml", PETS);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Returns whether something is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// Returns the binary, to be run in the folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        command.current_dir(&self.0).args(arguments).env_remove("NO_COLOR");
        command
    }

    /// Runs the binary in the folder.
    pub(crate) fn bindery(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind harms no other test.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Returns stdout of a command that ended well.
    #[track_caller]
    pub(crate) fn fine(self) -> String {
        assert_eq!(self.code, Some(0), "{self:#?}");
        self.stdout
    }
}
