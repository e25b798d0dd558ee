package io.firebreak.testkit.world;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.testkit.reference.ReferenceAuction;
import io.firebreak.testkit.reference.ReferenceFund;
import io.firebreak.testkit.reference.ReferenceLoan;
import io.firebreak.testkit.reference.ReferencePerp;
import io.firebreak.testkit.reference.ReferencePool;
import io.firebreak.testkit.reference.ReferenceSpread;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** Ready compositions of reference mechanisms: put the mechanism under test in the place of one of them. */
public final class Companions {
    private static final Parcel FUND = dollars(10_000);
    private static final long SHALLOW = 50;
    private static final long DEPOSITED = 100_000_000;
    private static final long CIRCULATING = 1_000_000_000_000_000L;

    private Companions() {}

    /** Loans in USD against ETH, sold at a fixed spread; a fund bears losses. */
    public static Composition loan() {
        return Composition.of(new ReferenceLoan(
                        Setting.ETH,
                        Setting.USD,
                        Setting.ORACLE,
                        Ratio.of("0.8"),
                        Ratio.of("0.75"),
                        Rate.perYear("0.05")))
                .with(new ReferenceSpread(Ratio.of("0.5"), Ratio.of("0.05"), Decimal.of(2000)))
                .with(new ReferenceFund(FUND))
                .seeded(new VenueSpec.SeedBalance("reserve", dollars(10_000_000)));
    }

    /**
     * A composition with little in the venue's own accounts, so that what wallets bring and take away again is most of what is
     * there: where outflows are limited they come near the limit.
     */
    public static Composition shallow(Composition deep) {
        return deep.stock()
                .seed()
                .foldLeft(
                        deep.empty(),
                        (all, each) -> all.seeded(new VenueSpec.SeedBalance(
                                each.account(),
                                new Parcel(each.parcel().asset(), each.parcel().units() / SHALLOW))));
    }

    /** The loans of {@link #loan} whose treasury has something to pay with, and not always enough, where the layer pays from it. */
    public static Composition losing(LossModel<?> layer) {
        return layer.paysFrom() == LossModel.Purse.TREASURY
                ? loan().seeded(new VenueSpec.SeedBalance("treasury", dollars(2000)))
                : loan();
    }

    /** Perpetual contracts on ETH with margin in USD, sold at a fixed spread; a fund bears losses. */
    public static Composition perp() {
        return Composition.of(new ReferencePerp(Setting.USD, Setting.ORACLE, Ratio.of("0.05"), Ratio.of("0.1")))
                .with(new ReferenceSpread(Ratio.of("0.5"), Ratio.of("0.02"), Decimal.of(2000)))
                .with(new ReferenceFund(FUND))
                .seeded(new VenueSpec.SeedBalance("pool", dollars(10_000_000)));
    }

    /**
     * Any venue, with something in its own accounts; where it has margin accounts, they are sold at a fixed spread, and a fund
     * bears losses.
     */
    public static Composition around(Venue<?> venue) {
        Composition alone = lent(venue)
                .map(asset ->
                        Composition.of(venue).deposited(new Parcel(asset, asset.unitsDown(Decimal.of(DEPOSITED)))))
                .getOrElse(Composition.of(venue));
        boolean ofOthers = alone.stock().deposited().isDefined() || keepsCollateral(venue);
        Composition seeded = venue.plan()
                .accounts()
                .filter(own -> own.mayOwe().isEmpty() && !ofOthers)
                .foldLeft(alone, (all, own) -> all.seeded(new VenueSpec.SeedBalance(own.name(), dollars(10_000_000)))
                        .seeded(new VenueSpec.SeedBalance(own.name(), ether(10_000))));
        return venue instanceof MarginVenue<?>
                ? seeded.with(new ReferenceSpread(Ratio.of("0.5"), Ratio.of("0.05"), Decimal.of(2000)))
                        .with(new ReferenceFund(FUND))
                : circulating(seeded);
    }

    /** Where a venue without accounts issues what wallets begin with: enough of it in circulation. */
    private static Composition circulating(Composition around) {
        Plan plan = around.venue().plan();
        return plan.accounts()
                .flatMap(own -> own.mayOwe()
                        .filter(plan.issuedAssets()::contains)
                        .filter(asset -> asset.equals(Setting.ETH) || asset.equals(Setting.USD))
                        .map(asset -> new VenueSpec.SeedBalance(own.name(), new Parcel(asset, -CIRCULATING))))
                .foldLeft(around, Composition::seeded);
    }

    /**
     * What it lends, where it has that from depositors and knows how one begins: a gift to its own accounts would be theirs,
     * so that one large depositor stands for all.
     */
    private static <S> Option<Asset> lent(Venue<S> venue) {
        if (!(venue instanceof MarginVenue<S> lender)) {
            return Option.none();
        }
        try {
            OneVenue<S> alone = new OneVenue<>(venue, Setting.ASSETS.toJavaArray(Asset[]::new));
            AccountId somebody = alone.wallet("somebody");
            return Vector.of(Setting.USD).appendAll(Setting.ASSETS).find(asset -> lender.opening(
                            somebody, somebody, new Parcel(asset, 1_000_000), alone)
                    .isDefined());
        } catch (RuntimeException faultyVenue) {
            return Option.none(); // told where its trials begin
        }
    }

    /** Whether it issues what it lends and claims on what it keeps: all that lies there is its borrowers'. */
    private static boolean keepsCollateral(Venue<?> venue) {
        Plan plan = venue.plan();
        return venue instanceof MarginVenue<?>
                && plan.issuedAssets().contains(Setting.USD)
                && plan.issues().exists(claim -> claim.kind() == Plan.Kind.SHARE);
    }

    private static Parcel ether(long whole) {
        return new Parcel(Setting.ETH, Setting.ETH.unitsDown(Decimal.of(whole)));
    }

    /** The loans of {@link #loan}, auctioned at a falling price. */
    public static Composition auction() {
        return loan().with(new ReferenceAuction(Ratio.of("1.2"), Ratio.of("0.5"), Duration.ofHours(6)));
    }

    /** A pool of ETH and USD. */
    public static Composition pool() {
        return pool(2000);
    }

    /** A pool of ETH and USD that stands at a price. */
    static Composition pool(long price) {
        return Composition.of(new ReferencePool(Setting.ETH, Setting.USD, Ratio.of("0.003")))
                .seeded(new VenueSpec.SeedBalance("pool", ether(1000)))
                .seeded(new VenueSpec.SeedBalance("pool", dollars(1000 * price)));
    }

    private static Parcel dollars(long whole) {
        Asset usd = Setting.USD;
        return new Parcel(usd, usd.unitsDown(Decimal.of(whole)));
    }
}
