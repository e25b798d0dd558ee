package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import java.math.BigDecimal;

/** What rules 358 and 368 look at: the book of a venue that trades contracts. */
final class ContractChecks {
    private ContractChecks() {}

    static final class SumsToZero implements Watch {
        private BigDecimal before = BigDecimal.ZERO;
        private boolean out;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            out = deed instanceof Deed.Accrual accrual && areOut(accrual.venue(), scene);
            if (out) {
                before = sum(((Deed.Accrual) deed).venue(), scene);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (out && deed instanceof Deed.Accrual accrual) {
                notes.met();
                BigDecimal now = sum(accrual.venue(), scene);
                if (now.compareTo(before) != 0) {
                    notes.breach("traders and the other side have "
                            + now.subtract(before).toPlainString() + " base units more than before "
                            + scene.spec(accrual.venue()).name() + " accrued");
                }
            }
        }

        private static boolean areOut(int venue, Scene scene) {
            if (!scene.isPriced(venue)) {
                return false;
            }
            for (Leg leg : scene.legs(venue)) {
                for (int account = 0; leg instanceof Leg.Contract && account < scene.accounts(); account++) {
                    if (scene.kind(account) == Accounts.Kind.MARGIN
                            && scene.balance(account, leg.asset().index()) != 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Margin and money legs, exactly, of all margin accounts, lots and those that hold the other side. */
        private static BigDecimal sum(int venue, Scene scene) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Leg leg : scene.legs(venue)) {
                long units = 0;
                for (int account = 0; account < scene.accounts(); account++) {
                    if (scene.venueOf(account) == venue && counts(account, venue, scene)) {
                        units += scene.balance(account, leg.asset().index());
                    }
                }
                if (leg instanceof Leg.Holding) {
                    sum = sum.add(BigDecimal.valueOf(units));
                } else if (leg instanceof Leg.Quote quote) {
                    BigDecimal price = scene.view(venue)
                            .price(leg.asset())
                            .map(Price::value)
                            .get()
                            .toBigDecimal();
                    sum = sum.add(BigDecimal.valueOf(units)
                            .multiply(price)
                            .scaleByPowerOfTen(
                                    quote.settlesIn().decimals() - leg.asset().decimals()));
                }
            }
            return sum;
        }

        private static boolean counts(int account, int venue, Scene scene) {
            Accounts.Kind kind = scene.kind(account);
            if (kind == Accounts.Kind.MARGIN || kind == Accounts.Kind.LOT) {
                return true;
            }
            for (Leg leg : scene.legs(venue)) {
                if ((leg instanceof Leg.Contract contract
                                && contract.counterparty().index() == account)
                        || (leg instanceof Leg.Quote quote
                                && quote.counterparty().index() == account)) {
                    return true;
                }
            }
            return false;
        }
    }

    static final class PaidByItself implements Watch {
        private long had;
        private long margin = -1;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            margin = -1;
            if (!(deed instanceof Deed.Act act) || !(act.action() instanceof Action.Withdraw withdrawal)) {
                return;
            }
            int venue = scene.venue(withdrawal.venue());
            int account = venue == Accounts.NONE
                    ? Accounts.NONE
                    : scene.marginAccount(venue, act.sender().index());
            if (account == Accounts.NONE) {
                return;
            }
            boolean open = scene.legs(venue)
                    .exists(leg -> leg instanceof Leg.Contract
                            && scene.balance(account, leg.asset().index()) != 0);
            if (open) {
                margin = scene.balance(account, withdrawal.asset().index());
                had = scene.balance(act.sender(), withdrawal.asset());
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (margin < 0
                    || !(deed instanceof Deed.Act act)
                    || !(act.action() instanceof Action.Withdraw withdrawal)) {
                return;
            }
            notes.met();
            Asset asset = withdrawal.asset();
            long got = scene.balance(act.sender(), asset) - had;
            if (got > margin) {
                notes.breach(scene.name(act.sender()) + " withdrew " + asset.show(got) + " from a margin of "
                        + asset.show(margin));
            }
        }
    }
}
