package io.firebreak.core.engine;

import io.firebreak.api.action.Receipt;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.core.market.OutsideMarket;
import io.firebreak.core.random.Streams;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** One agent during a run: its state, its wallet, and what it sees. */
final class AgentDesk<S> implements AgentView {
    final int number;
    final int wallet;
    private final World world;
    private final AgentModel<S> model;
    private final String name;
    private final int ordinal;
    private final Streams.Stream stream;
    private S state;
    private Wake wake = Wake.everyBlock();
    private List<Receipt> receipts = List.empty();

    AgentDesk(World world, AgentModel<S> model, String group, int ordinal, int number) {
        this.world = world;
        this.model = model;
        this.ordinal = ordinal;
        this.number = number;
        name = group;
        wallet = world.wallet(group + "/" + (ordinal + 1));
        stream = world.streams.stream("agent " + group);
        state = model.initial();
    }

    int latencyBlocks() {
        return model.latencyBlocks();
    }

    /** Whether something it waits for has come. */
    boolean awake() {
        if (!receipts.isEmpty() || world.block.timeMillis() >= wake.atMillis()) {
            return true;
        }
        for (VenueRef venue : wake.venues()) {
            if (world.desk(venue).offers.size() > 0) {
                return true;
            }
        }
        return false;
    }

    Seq<Submission> decide() {
        Decision<S> decision = world.ask(name, () -> model.decide(state, this));
        state = decision.state();
        wake = decision.wake();
        receipts = List.empty();
        world.after(new Deed.Decide(self(), decision));
        return decision.submissions();
    }

    void receive(Receipt receipt) {
        receipts = receipts.prepend(receipt);
    }

    @Override
    public Block block() {
        return world.block;
    }

    @Override
    public AccountId self() {
        return world.id(wallet);
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public long balance(AccountId account, Asset asset) {
        return world.ledger.balance(asset.index(), account.index());
    }

    @Override
    public Seq<Receipt> receipts() {
        return receipts.reverse();
    }

    @Override
    public Seq<StandingOffer> offers(VenueRef venue) {
        return world.desk(venue).shown.offers();
    }

    @Override
    public Seq<Invitation> invitations(VenueRef venue) {
        return world.desk(venue).shown.invitations();
    }

    @Override
    public Option<Seq<StandingOffer>> opens(VenueRef venue, AccountId account) {
        SellerDesk<?> liquidation = world.desk(venue).liquidation;
        return liquidation == null ? Option.none() : liquidation.opens(self(), account);
    }

    @Override
    public MarginView venue(VenueRef venue) {
        return world.desk(venue).eyes;
    }

    @Override
    public Option<AccountId> marginAccount(VenueRef venue) {
        Desk<?> desk = world.desk(venue);
        return desk.hasMarginAccount(wallet) ? Option.some(world.id(desk.marginAccount(wallet))) : Option.none();
    }

    @Override
    public double worth(Asset asset) {
        return world.worth(asset);
    }

    @Override
    public Option<MarketRef> market(Asset asset) {
        return world.markets.all().find(market -> market.asset().equals(asset)).map(OutsideMarket::name);
    }

    @Override
    public Seq<Asset> claims(VenueRef venue) {
        Desk<?> desk = world.desk(venue);
        return desk.spec
                .venue()
                .plan()
                .issues()
                .filter(claim -> claim.kind() == Plan.Kind.SHARE)
                .map(claim -> desk.eyes.issued(claim.name()));
    }

    @Override
    public Option<VenueRef> redeemer(Asset claim) {
        return Option.of(world.issuer(claim)).filter(Desk::redeems).map(Desk::ref);
    }

    @Override
    public Seq<Parcel> redemption(Asset claim, long units) {
        return world.redemption(claim, units);
    }

    @Override
    public Option<Long> redeemed(VenueRef venue, Asset claim, long units, Asset get) {
        return world.desk(venue).redeemed(claim, units, get);
    }

    @Override
    public long quote(MarketRef market, Asset give, long units, Asset get) {
        return world.markets.quoteDown(market, give, units, get);
    }

    @Override
    public Option<Long> quote(VenueRef venue, Asset give, long units, Asset get) {
        return world.desk(venue).quote(give, units, get);
    }

    @Override
    public double gasPrice(double share) {
        return world.space == null ? 0 : world.space.price(share);
    }

    @Override
    public Option<Asset> gasAsset() {
        return world.economy.clock().gas().map(gas -> gas.asset());
    }

    @Override
    public Draws draws() {
        return stream.at(ordinal, world.block.number());
    }
}
