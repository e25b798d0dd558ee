package io.firebreak.core.engine;

import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.view.Draws;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Book;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.Ledger;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** Puts an economy on the ledger: assets, venues, margin accounts, wallets and what they hold when the run begins. */
final class Builder {
    private final Economy economy;
    private final World world;
    private final boolean scan;

    Builder(Economy economy, Streams streams, boolean scan) {
        this.economy = economy;
        this.world = new World(economy, streams);
        this.scan = scan;
    }

    World build() {
        for (Asset asset : economy.assets()) {
            int issuer = Accounts.NONE;
            for (int venue = 0; venue < economy.venues().size(); venue++) {
                if (economy.venues().get(venue).venue().plan().issuedAssets().contains(asset)) {
                    issuer = venue;
                }
            }
            world.ledger.add(
                    asset.symbol(),
                    asset.decimals(),
                    issuer == Accounts.NONE ? Ledger.Issue.BASE : Ledger.Issue.SHARE,
                    issuer);
        }
        economy.oracles().forEach(this::addFeed);
        economy.venues().forEach(this::addDesk);
        return world;
    }

    private void addFeed(OracleSpec spec) {
        world.feeds.add(feed(spec.name(), spec.model()));
    }

    private <S> Feed<S> feed(OracleRef name, OracleModel<S> model) {
        return new Feed<>(name, model, world);
    }

    private void addDesk(VenueSpec spec) {
        world.venueNames.add(spec.name().name());
        Desk<?> desk = world.ask(spec.name().name(), () -> desk(spec, spec.venue()));
        world.desks.add(desk);
        if (desk.ready() != null) {
            world.ready.add(desk);
        }
        spec.liquidation().forEach(model -> {
            desk.liquidation = liquidation(desk, model);
            world.warnings.addAll(desk.warnings(model).toJavaList());
        });
        for (LossModel<?> loss : spec.losses()) {
            desk.layers.add(layer(desk, loss, desk.layers.size() + 1));
        }
        for (Safeguard<?> safeguard : spec.safeguards()) {
            desk.guards.add(guard(desk, safeguard));
        }
    }

    private <S> Desk<S> desk(VenueSpec spec, Venue<S> venue) {
        return new Desk<>(world.desks.size(), spec, venue, world, scan);
    }

    private <S> SellerDesk<S> liquidation(Desk<?> desk, LiquidationModel<S> model) {
        int self = open(desk, "liquidation");
        return new SellerDesk<>(desk, model, desk.name() + ".liquidation", 0, self, LossModel.Purse.ITSELF);
    }

    private int open(Desk<?> desk, String name) {
        int account =
                world.accounts.open(Accounts.Kind.MECHANISM, desk.number, Accounts.NONE, desk.name() + "/" + name);
        desk.own.put(name, account);
        return account;
    }

    private <S> Layer<S> layer(Desk<?> desk, LossModel<S> model, int number) {
        int self = model.paysFrom() == LossModel.Purse.TREASURY ? desk.treasury : open(desk, "loss-" + number);
        model.issues().forEach(asset -> world.ledger.allowDebt(self, asset));
        return new Layer<>(desk, model, desk.name() + ".losses[" + (number - 1) + "]", number, self);
    }

    private static <S> Guard<S> guard(Desk<?> desk, Safeguard<S> safeguard) {
        return new Guard<>(desk, safeguard, desk.name() + ".safeguards[" + desk.guards.size() + "]");
    }

    /** Opens accounts and hands out what they begin with; the feeds must have published. */
    List<AgentDesk<?>> populate() {
        seed(true);
        for (Desk<?> desk : world.desks) {
            int group = 0;
            for (AccountGroup accounts : desk.spec.accounts()) {
                populate(desk, accounts, ++group);
            }
        }
        seed(false);
        for (Desk<?> desk : world.desks) {
            for (int layer = 0; layer < desk.layers.size(); layer++) {
                int account = desk.own.getOrDefault("loss-" + (layer + 1), desk.treasury);
                desk.spec.losses().get(layer).endowment().forEach(parcel -> endow(account, parcel));
            }
        }
        for (VenueSpec.SeedBalance purse : economy.wallets()) {
            endow(world.wallet(purse.account()), purse.parcel());
        }
        List<AgentDesk<?>> agents = new ArrayList<>();
        for (AgentGroup group : economy.agents()) {
            for (int ordinal = 0; ordinal < group.model().count(); ordinal++) {
                AgentDesk<?> agent = agent(group.model(), group.name(), ordinal, agents.size());
                group.model().endowment().forEach(parcel -> endow(agent.wallet, parcel));
                agents.add(agent);
            }
        }
        return agents;
    }

    /** Issued claims come into circulation before anybody can hold them; debts of accounts bring a venue's own asset there. */
    private void seed(boolean issued) {
        for (Desk<?> desk : world.desks) {
            for (VenueSpec.SeedBalance seed : desk.spec.seed()) {
                if (seed.parcel().units() < 0 == issued) {
                    endow(desk.id(seed.account()).index(), seed.parcel());
                }
            }
        }
    }

    private <S> AgentDesk<S> agent(AgentModel<S> model, String group, int ordinal, int number) {
        return new AgentDesk<>(world, model, group, ordinal, number);
    }

    /** Gives what an account begins with; what it owes went to {@code outside}: a bridge's wrapped tokens, say. */
    private void endow(int account, Parcel parcel) {
        try {
            long units = parcel.units();
            int giver = units >= 0 ? world.outside : account;
            int getter = units >= 0 ? account : world.outside;
            world.ledger.post(giver, getter, parcel.asset().index(), Math.abs(units));
        } catch (Refusal refusal) {
            throw new Stopped(
                    Law.NO_OVERDRAFT.number(),
                    "scenario",
                    0,
                    world.accounts.name(account) + " is to begin with " + parcel + ", but only "
                            + parcel.asset()
                                    .show(world.ledger.balance(parcel.asset().index(), world.outside))
                            + " is in circulation. Maybe lower it, or add accounts that owe " + parcel.asset());
        }
    }

    private void populate(Desk<?> desk, AccountGroup accounts, int number) {
        if (accounts instanceof AccountGroup.Given given) {
            int borrowers = world.wallet(desk.name() + "/borrowers");
            for (AccountGroup.Row row : given.rows()) {
                int owner = row.owner().map(world::wallet).getOrElse(borrowers);
                int account =
                        world.accounts.open(Accounts.Kind.MARGIN, desk.number, owner, desk.name() + "/" + row.name());
                if (row.owner().isDefined()) {
                    desk.own(owner, account);
                }
                // What has to be opened for an account may depend on what it owes.
                row.holdings()
                        .sortBy(parcel -> parcel.units() > 0 && desk.book().leg(parcel.asset()) == null)
                        .forEach(parcel -> hold(desk, account, parcel));
            }
        } else if (accounts instanceof AccountGroup.Synthetic synthetic) {
            populate(desk, synthetic, number);
        }
    }

    private void populate(Desk<?> desk, AccountGroup.Synthetic group, int number) {
        String prefix = desk.name() + "/" + group.name() + "-";
        int borrowers = world.wallet(desk.name() + "/borrowers");
        int first = world.accounts.openAll(
                Accounts.Kind.MARGIN, desk.number, borrowers, group.count(), i -> prefix + (i + 1));
        Streams.Stream stream = world.streams.stream("accounts " + desk.name() + " " + number);
        for (int i = 0; i < group.count(); i++) {
            Draws draws = stream.at(i, 0);
            double debt = draw(group.size(), draws);
            double ratio = draw(group.ratio(), draws);
            long owed = group.debt().unitsDown(Decimal.ofDouble(debt));
            long held = group.collateral().unitsDown(Decimal.ofDouble(debt * ratio / group.priceOfCollateral()));
            boolean opened = desk.book().leg(group.collateral()) == null;
            hold(desk, first + i, opened ? new Parcel(group.debt(), -owed) : new Parcel(group.collateral(), held));
            hold(desk, first + i, opened ? new Parcel(group.collateral(), held) : new Parcel(group.debt(), -owed));
        }
    }

    private static double draw(AccountGroup.Distribution distribution, Draws draws) {
        if (distribution instanceof AccountGroup.Distribution.Constant constant) {
            return constant.value();
        }
        if (distribution instanceof AccountGroup.Distribution.Uniform uniform) {
            return uniform.from() + (uniform.to() - uniform.from()) * draws.uniform();
        }
        if (distribution instanceof AccountGroup.Distribution.LogNormal log) {
            return log.median() * StrictMath.exp(log.sigma() * draws.normal());
        }
        AccountGroup.Distribution.Pareto pareto = (AccountGroup.Distribution.Pareto) distribution;
        double tail = StrictMath.pow(pareto.min() / pareto.max(), pareto.shape());
        return pareto.min() / StrictMath.pow(1 - draws.uniform() * (1 - tail), 1 / pareto.shape());
    }

    private void hold(Desk<?> desk, int account, Parcel parcel) {
        Ledger ledger = world.ledger;
        Book book = desk.book();
        Leg leg = book.leg(parcel.asset());
        long units = Math.abs(parcel.units());
        boolean fits = leg != null
                && !(parcel.units() < 0 && leg instanceof Leg.Holding)
                && !(parcel.units() > 0 && leg instanceof Leg.SharedDebt);
        boolean claim = leg instanceof Leg.Holding && world.issuer(parcel.asset()) == desk;
        if ((!fits || claim) && parcel.units() > 0 && desk.open(account, parcel)) {
            return;
        }
        if (!fits || leg == null) {
            throw new Stopped(
                    Law.NO_OVERDRAFT.number(),
                    "scenario",
                    0,
                    world.accounts.name(account) + " cannot hold " + parcel + " at " + desk.name() + "; its legs are "
                            + book.legs().map(each -> each.asset()).mkString(", "));
        }
        int asset = parcel.asset().index();
        if (leg instanceof Leg.SharedDebt debt) {
            ledger.post(account, debt.pool().index(), debt.shares().index(), units);
            ledger.post(debt.pool().index(), world.outside, asset, units);
        } else {
            int other = leg instanceof Leg.Contract contract
                    ? contract.counterparty().index()
                    : leg instanceof Leg.Quote quote ? quote.counterparty().index() : world.outside;
            ledger.post(parcel.units() > 0 ? other : account, parcel.units() > 0 ? account : other, asset, units);
        }
    }
}
