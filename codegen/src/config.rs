//! What users decide: one `Config` for build scripts and for the command line.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::assemble::AssembleOptions;
use crate::diagnostic::Code;
use crate::lower::LowerOptions;
use crate::plan::{Layout, PlanOptions, Scope, UnknownProperties, UnknownValues};

/// How a description becomes Rust. Every option has a default; `Config::new()` is a good start.
///
/// ```
/// # let folder = std::env::temp_dir().join(format!("bindery-config-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let description = folder.join("pets.yaml");
/// # std::fs::write(&description, "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n")?;
/// bindery::Config::new().out_dir(&folder).name("pets").compile(&description)?;
/// assert!(folder.join("pets.rs").exists());
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) out_dir: Option<PathBuf>,
    pub(crate) name: Option<String>,
    pub(crate) allowed: BTreeSet<String>,
    pub(crate) assemble: AssembleOptions,
    pub(crate) lower: LowerOptions,
    pub(crate) plan: PlanOptions,
}

impl Config {
    /// Starts with the defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes into this folder. Default: the build script's `OUT_DIR`.
    pub fn out_dir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Names the output: `name` gives `name.rs`, which `include_api!("name")` includes. Default: the description's file name without
    /// its ending.
    pub fn name(&mut self, name: impl Into<String>) -> &mut Self {
        self.name = Some(name.into());
        self
    }

    /// Generates models without a client. Default: both.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n";
    /// let generated = bindery::Config::new().models_only().generate_text("pets.yaml", description)?;
    /// assert!(!generated.text.contains("struct Client"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn models_only(&mut self) -> &mut Self {
        self.plan.scope = Scope::Models;
        self
    }

    /// Decides which modules there are. Default: [`Layout::Flat`].
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}\n";
    /// let generated = bindery::Config::new().layout(bindery::Layout::Modules).generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub mod types {"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn layout(&mut self, layout: Layout) -> &mut Self {
        self.plan.layout = layout;
        self
    }

    /// Adds a derive to every model, by its path, besides `Clone`, `Debug` and `PartialEq`. Default: none.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}\n";
    /// let generated = bindery::Config::new().derive("Eq").generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("#[derive(Clone, Debug, Default, PartialEq, Eq)]"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn derive(&mut self, path: impl Into<String>) -> &mut Self {
        self.plan.derives.push(path.into());
        self
    }

    /// Uses a Rust type of yours instead of generating one for a schema of `components.schemas`. The type has to implement serde's
    /// `Serialize` and `Deserialize`, `Clone`, `Debug` and `PartialEq`. Default: none.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Money: {type: string}, Pet: {type: object, properties: {price: {$ref: '#/components/schemas/Money'}}}}}\n";
    /// let generated = bindery::Config::new().replace_schema("Money", "crate::Money").generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub price: Option<crate::Money>"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn replace_schema(&mut self, schema: impl Into<String>, path: impl Into<String>) -> &mut Self {
        self.plan.schema_types.insert(schema.into(), path.into());
        self
    }

    /// Uses a Rust type for every string or number of a format. The type has to implement what `replace_schema` says. Default: the types
    /// of the runtime for `date-time`, `date`, `uuid` and `byte`, those of `std::net` for `ipv4` and `ipv6`, `String` for others.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {born: {type: string, format: date}}}}}\n";
    /// let generated = bindery::Config::new().replace_format("date", "String").generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub born: Option<String>"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn replace_format(&mut self, format: impl Into<String>, path: impl Into<String>) -> &mut Self {
        self.plan.format_types.insert(format.into(), path.into());
        self
    }

    /// Gives something a Rust name of your choice: a schema by its name, an operation by its `operationId`, anything by the JSON Pointer
    /// of its place (`/components/schemas/Pet/properties/type`). What becomes several things has the name in each: a property and its
    /// enum are the field `sort` and the type `Sort`. Default: names made from the description's.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {pet_v2: {type: object, properties: {name: {type: string}}}}}\n";
    /// let generated = bindery::Config::new().rename("pet_v2", "Pet").generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub struct Pet {"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn rename(&mut self, what: impl Into<String>, name: impl Into<String>) -> &mut Self {
        let what = what.into();
        self.lower.named_places.insert(what.clone());
        self.plan.renames.insert(what, name.into());
        self
    }

    /// Generates the operations of this tag only, with what they use; call it again for more tags. Default: everything.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: \n  /pets: {get: {operationId: list, \
    /// #   tags: [pets], responses: {'204': {description: none}}}}\n";
    /// let generated = bindery::Config::new().tag("pets").generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub fn list(&self)"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn tag(&mut self, tag: impl Into<String>) -> &mut Self {
        self.lower.tags.insert(tag.into());
        self
    }

    /// Refuses objects with properties that nobody described, when they are read. Default: such properties are passed over, so that the
    /// server may grow.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}\n";
    /// let generated = bindery::Config::new().reject_unknown_properties().generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("Pet reject_unknown;"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn reject_unknown_properties(&mut self) -> &mut Self {
        self.plan.unknown_properties = UnknownProperties::Reject;
        self
    }

    /// Keeps properties that nobody described in a map, `additional_properties`, where the description says nothing about more of them.
    /// Default: they are passed over.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}\n";
    /// let generated = bindery::Config::new().keep_unknown_properties().generate_text("pets.yaml", description)?;
    /// assert!(generated.text.contains("pub additional_properties: ::bindery_runtime::Object"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn keep_unknown_properties(&mut self) -> &mut Self {
        self.plan.unknown_properties = UnknownProperties::Keep;
        self
    }

    /// Refuses enum values that nobody described, when they are read. Default: they are kept, so that the server may grow; an enum with
    /// `x-extensible-enum: false` refuses them by itself.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: string, enum: [cat, dog]}}}\n";
    /// let generated = bindery::Config::new().reject_unknown_values().generate_text("pets.yaml", description)?;
    /// assert!(!generated.text.contains("Unknown"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn reject_unknown_values(&mut self) -> &mut Self {
        self.plan.unknown_values = UnknownValues::Reject;
        self
    }

    /// Goes on where something is not supported yet, leaving it out: findings of this id are warnings instead of errors. Default: none.
    ///
    /// ```
    /// # let description = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: \n  /pets: {get: {operationId: list, \
    /// #   parameters: [{name: filter, in: query, content: {application/xml: {}}}], responses: {'204': {description: none}}}}\n";
    /// assert!(bindery::Config::new().generate_text("pets.yaml", description).is_err());
    /// let generated = bindery::Config::new().allow("unsupported-parameter").generate_text("pets.yaml", description)?;
    /// assert!(!generated.text.contains("filter"));
    /// # Ok::<(), bindery::Error>(())
    /// ```
    pub fn allow(&mut self, id: impl Into<String>) -> &mut Self {
        self.allowed.insert(id.into());
        self
    }

    /// Allows references to files below this folder. Default: the folder of the description, which no `$ref` leads out of.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("bindery-root-folder-{}", std::process::id()));
    /// # std::fs::create_dir_all(folder.join("pets"))?;
    /// # let description = folder.join("pets/api.yaml");
    /// # std::fs::write(&description, "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {$ref: ../pet.yaml}}}\n")?;
    /// # std::fs::write(folder.join("pet.yaml"), "type: object\n")?;
    /// assert!(bindery::Config::new().generate(&description).is_err());
    /// assert!(bindery::Config::new().root_folder(&folder).generate(&description).is_ok());
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn root_folder(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.assemble.root_folder = Some(folder.into());
        self
    }

    /// Reads a file or folder of yours wherever a `$ref` has a URL that begins so; of several that fit the longest counts. Nothing is
    /// ever read from the network. Default: a `$ref` to a URL is an error.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("bindery-local-copy-{}", std::process::id()));
    /// # std::fs::create_dir_all(folder.join("vendor"))?;
    /// # let description = folder.join("api.yaml");
    /// # std::fs::write(&description, "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {$ref: 'https://example.com/schemas/pet.yaml'}}}\n")?;
    /// # std::fs::write(folder.join("vendor/pet.yaml"), "type: object\nproperties: {name: {type: string}}\n")?;
    /// # let vendor = folder.join("vendor");
    /// let generated = bindery::Config::new().local_copy("https://example.com/schemas/", vendor).generate(&description)?;
    /// assert!(generated.text.contains("pub struct Pet"));
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn local_copy(&mut self, url: impl Into<String>, path: impl Into<PathBuf>) -> &mut Self {
        self.assemble.local_copies.push((url.into(), path.into()));
        self
    }

    /// Changes the description by an overlay (OpenAPI Overlay 1.0 or 1.1) before it is read; several are applied in order. For
    /// descriptions that are not yours to edit. Default: none.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("bindery-overlay-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let [description, overlay] = ["api.yaml", "overlay.yaml"].map(|name| folder.join(name));
    /// # std::fs::write(&description, "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n\
    /// #   components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}\n")?;
    /// # std::fs::write(&overlay, "overlay: 1.0.0\ninfo: {title: Fixes, version: '1'}\n\
    /// #   actions: [{target: $.components.schemas.Pet, update: {required: [name]}}]\n")?;
    /// let generated = bindery::Config::new().overlay(&overlay).generate(&description)?;
    /// assert!(generated.text.contains("pub name: String"));
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overlay(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.assemble.overlays.push(path.into());
        self
    }

    /// Returns what is wrong with the options themselves.
    pub(crate) fn mistakes(&self) -> Option<String> {
        let types = self.plan.schema_types.values().chain(self.plan.format_types.values());
        if let Some(path) = types.into_iter().find(|path| syn::parse_str::<syn::Type>(path).is_err()) {
            return Some(format!("`{path}` is not the path of a Rust type"));
        }
        if let Some(path) = self.plan.derives.iter().find(|path| syn::parse_str::<syn::Path>(path).is_err()) {
            return Some(format!("`{path}` is not the path of a derive"));
        }
        if let Some(name) = self.plan.renames.values().find(|name| syn::parse_str::<syn::Ident>(name).is_err()) {
            return Some(format!("`{name}` is not a Rust name"));
        }
        let known = |id: &&String| !Code::ALL.iter().any(|code| code.id() == id.as_str());
        self.allowed.iter().find(known).map(|id| format!("`{id}` is not the id of a diagnostic"))
    }
}
