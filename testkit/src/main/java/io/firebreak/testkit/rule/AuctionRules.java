package io.firebreak.testkit.rule;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;

import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 401 to 449: what holds of an auction from its beginning to its end. */
final class AuctionRules {
    private AuctionRules() {}

    static Seq<Rule> rules() {
        return Vector.of(new Rule(
                401,
                "everyAuctionEnds",
                Kind.HISTORY,
                "every lot that was seized is closed within a month of a taker's care",
                "a lot was seized, and a taker with enough capital calls and bids",
                Vector.of(LIQUIDATION),
                "Maker dss, flip.sol and clip.sol: deal, redo",
                "Maker, 12 March 2020: auctions that nobody bid on ended at zero",
                new Check.ByWatching(EveryAuctionEnds::new)));
    }

    private static final class EveryAuctionEnds implements Watch {
        @Override
        public void end(Scene scene, Notes notes) {
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.owner(account) >= 0 && scene.isLot(account)) {
                    notes.met();
                    if (scene.isOpenLot(account)) {
                        notes.breach(scene.name(scene.id(account)) + " is still open");
                    }
                }
            }
        }
    }
}
