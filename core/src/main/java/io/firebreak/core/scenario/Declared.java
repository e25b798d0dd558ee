package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * The names that a scenario declares, and its mechanisms may refer to.
 *
 * @param unseen whether claims exist that are not among the assets, because their venue has mistakes
 */
record Declared(Seq<Asset> assets, Seq<String> markets, Seq<String> oracles, Seq<String> venues, boolean unseen) {
    Declared(Seq<Asset> assets, Seq<String> markets, Seq<String> oracles, Seq<String> venues) {
        this(assets, markets, oracles, venues, false);
    }

    /** The same with the claims of venues, for those who may hold them: accounts, wallets and scripts. */
    Declared with(Option<Seq<Asset>> ledger) {
        return new Declared(ledger.getOrElse(assets), markets, oracles, venues, ledger.isEmpty());
    }

    /** Whether nothing can be said of a name before the mistakes of its venue are mended. */
    boolean isUnseen(String symbol) {
        return unseen && venues.exists(each -> symbol.startsWith(each + "."));
    }
}
