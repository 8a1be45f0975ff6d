//! A client of the Ledger agents API, generated from `spec/ledger.yaml` while cargo builds.
//!
//! Ledger lets software agents spend money within limits. An agent spends for a user; a spending limit holds over all of its cards.

bindery_runtime::include_api!("ledger");
