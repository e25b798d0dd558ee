package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The accounts and claims that a run can have, by name: what it may hold and speak of beside what a scenario declares. */
final class Cast {
    private static final Seq<String> OWN = Vector.of("treasury", "shortfall", "bad-debt", "liquidation");
    private static final int MOST_SHOWN = 12;
    private static final int MOST_COMPARED = 2000;

    /** Accounts that are numbered from 1. */
    private record Numbered(String prefix, int count) {
        boolean has(String account) {
            String number = account.startsWith(prefix) ? account.substring(prefix.length()) : "";
            return number.matches("[1-9][0-9]{0,8}") && Integer.parseInt(number) <= count;
        }
    }

    private LinkedHashSet<String> accounts = LinkedHashSet.empty();
    private Vector<Numbered> numbered = Vector.empty();

    private Cast() {}

    /**
     * Those of a scenario; none where a venue cannot say what it has.
     *
     * @param wallets that hold something at the start, or send an action
     */
    static Option<Cast> of(Seq<VenueSpec> venues, Seq<AgentGroup> agents, Seq<String> wallets) {
        try {
            Cast cast = new Cast();
            wallets.forEach(cast::add);
            agents.forEach(each -> cast.add(each.name() + "/", each.model().count()));
            venues.flatMap(VenueSpec::accounts).forEach(cast::addOwners);
            cast.add("outside");
            cast.add("validators");
            Seq<String> everyWallet = cast.accounts.toVector();
            venues.forEach(each -> cast.add(each, everyWallet));
            return Option.some(cast);
        } catch (RuntimeException | LinkageError faultyPlugin) {
            return Option.none();
        }
    }

    /** The assets of the ledger, each at its place: those known before, then the claims of a venue; none as above. */
    static Option<Seq<Asset>> ledger(Seq<Asset> known, String name, Venue<?> venue) {
        try {
            Seq<Asset> assets = known.toVector();
            for (Plan.Claim claim : venue.plan().issues()) {
                assets = assets.append(new Asset(assets.size(), name + "." + claim.name(), claim.decimals()));
            }
            return Option.some(assets);
        } catch (RuntimeException | LinkageError faultyPlugin) {
            return Option.none();
        }
    }

    boolean has(String account) {
        return accounts.contains(account) || numbered.exists(each -> each.has(account)) || StandIns.step(account) >= 0;
    }

    /** What is said of a name that no account can have. */
    String refusal(String name) {
        Seq<String> known = accounts.toVector().appendAll(numbered.map(each -> each.prefix() + "1"));
        return "is no account that a run of this scenario can have"
                + Nearest.hint(name, known.take(MOST_COMPARED))
                + ". Known are "
                + known.take(MOST_SHOWN).mkString(", ")
                + (known.size() > MOST_SHOWN ? " and " + (known.size() - MOST_SHOWN) + " more" : "")
                + "; a wallet is known where it sends an action or stands under 'wallets'";
    }

    private void add(String account) {
        accounts = accounts.add(account);
    }

    private void add(String prefix, int count) {
        numbered = numbered.append(new Numbered(prefix, count));
    }

    private void addOwners(AccountGroup group) {
        if (group instanceof AccountGroup.Given given) {
            given.rows().flatMap(AccountGroup.Row::owner).forEach(this::add);
        }
    }

    private void add(VenueSpec venue, Seq<String> wallets) {
        String prefix = venue.name().name() + "/";
        Plan plan = venue.venue().plan();
        OWN.appendAll(plan.accounts().map(Plan.Own::name)).forEach(each -> add(prefix + each));
        add(prefix + "loss-", venue.losses().size());
        if (venue.venue() instanceof MarginVenue) {
            add(prefix + "borrowers");
            wallets.forEach(each -> add(prefix + each));
            add(prefix + "lot-", Integer.MAX_VALUE);
        }
        for (AccountGroup group : venue.accounts()) {
            if (group instanceof AccountGroup.Synthetic drawn) {
                add(prefix + drawn.name() + "-", drawn.count());
            } else {
                ((AccountGroup.Given) group).rows().forEach(each -> add(prefix + each.name()));
            }
        }
    }
}
