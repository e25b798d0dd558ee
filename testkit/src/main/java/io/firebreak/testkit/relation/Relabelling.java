package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/**
 * Gives assets, accounts and venues other names, throughout an economy and its script.
 *
 * @param name what a name becomes; the parts of {@code venue.debt} and {@code venue/alice} become each their own
 * @param firstAsset added to the number of every declared asset
 * @param everything whether markets, oracles and groups of agents are renamed too: what is drawn for them is addressed by
 *     their names
 */
record Relabelling(UnaryOperator<String> name, int firstAsset, boolean everything) {
    Economy of(Economy economy) {
        return new Economy(
                economy.clock(),
                renamed(economy.assets()),
                renamed(economy.markets()),
                renamed(economy.oracles()),
                renamed(economy.venues()).zipWith(economy.venues(), Relabelling::ownAccounts),
                renamed(economy.agents()),
                renamed(economy.shocks()),
                economy.actions().map(this::of),
                Vector.empty(),
                economy.wallets()
                        .map(purse -> new VenueSpec.SeedBalance(called(purse.account()), renamed(purse.parcel()))),
                Vector.empty());
    }

    /** An action, the accounts that it names excepted. */
    ScriptedAction of(ScriptedAction action) {
        return new ScriptedAction(action.block(), called(action.sender()), renamed(action.action()), action.names());
    }

    private <T> T renamed(T value) {
        return Parts.replaced(value, this::relabelled);
    }

    private Option<?> relabelled(Object value) {
        if (value instanceof Asset asset) {
            int index = asset.index() < 0 ? asset.index() : asset.index() + firstAsset;
            return Option.some(new Asset(index, called(asset.symbol()), asset.decimals()));
        }
        if (value instanceof VenueRef venue) {
            return Option.some(new VenueRef(called(venue.name())));
        }
        if (value instanceof MarketRef market && everything) {
            return Option.some(new MarketRef(called(market.name())));
        }
        if (value instanceof OracleRef oracle && everything) {
            return Option.some(new OracleRef(called(oracle.name())));
        }
        if (value instanceof AgentGroup group && everything) {
            return Option.some(new AgentGroup(called(group.name()), renamed(group.model())));
        }
        if (value instanceof AccountGroup.Row row) {
            return Option.some(new AccountGroup.Row(
                    called(row.name()), renamed(row.holdings()), row.owner().map(this::called)));
        }
        return Option.none();
    }

    /** Own accounts may be named after an asset: those of the plan's places. */
    private static VenueSpec ownAccounts(VenueSpec renamed, VenueSpec venue) {
        Seq<String> before = names(venue);
        Seq<String> after = names(renamed);
        return new VenueSpec(
                renamed.name(),
                renamed.venue(),
                renamed.margin(),
                renamed.accounts(),
                renamed.liquidation(),
                renamed.losses(),
                renamed.safeguards(),
                renamed.seed().map(balance -> {
                    int place = before.indexOf(balance.account());
                    return place < 0 ? balance : new VenueSpec.SeedBalance(after.get(place), balance.parcel());
                }),
                renamed.watchEveryBlocks());
    }

    private static Seq<String> names(VenueSpec venue) {
        return venue.venue().plan().accounts().map(Plan.Own::name);
    }

    /** {@code venue.debt} and {@code venue/alice} by their parts; what follows the venue's name stays in a claim. */
    private String called(String whole) {
        int dot = whole.indexOf('.');
        return dot < 0 ? name.apply(whole) : name.apply(whole.substring(0, dot)) + whole.substring(dot);
    }
}
