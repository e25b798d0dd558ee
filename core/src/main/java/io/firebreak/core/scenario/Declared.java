package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;

/** The names that a scenario declares, and its mechanisms may refer to. */
record Declared(Seq<Asset> assets, Seq<String> markets, Seq<String> oracles, Seq<String> venues) {}
