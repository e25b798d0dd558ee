package io.firebreak.testkit.kit;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.StatesBacking;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/**
 * What a kit judges.
 *
 * @param name as reports say it: {@code fixed-spread}, or {@code fixed-spread × pool-perp}
 * @param socket whose rules apply
 * @param mechanism which must stand in the composition
 * @param besides sockets whose rules apply too: another mechanism of the composition is on trial with it
 */
public record Subject(String name, Socket socket, Mechanism mechanism, Composition composition, Seq<Socket> besides) {
    /** A mechanism alone on trial. */
    public Subject(String name, Socket socket, Mechanism mechanism, Composition composition) {
        this(name, socket, mechanism, composition, Array.empty());
    }

    /** Whether a rule applies. */
    boolean isUnder(Rule rule) {
        return besides.prepend(socket).exists(rule.families()::contains);
    }

    /** Whether its trials can be expected to meet edges of that sort; prices that the mechanism itself makes are its own affair. */
    boolean meets(Edge.Sort sort) {
        Venue<?> first = composition.venue();
        Venue<?> tried = mechanism instanceof Venue<?> venue ? venue : first;
        boolean drawn = composition.oracle().isEmpty() && composition.path().isEmpty();
        boolean margin = first instanceof MarginVenue<?>;
        // Nothing can be borrowed where nobody supplied anything; and where depositors lend, whose accounts hold and
        // owe
        // several assets, there are prices at which none is just unsafe.
        boolean bare =
                issues(first, Plan.Kind.SHARE) && composition.stock().seed().isEmpty();
        return switch (sort) {
            case ACCOUNTS -> margin && drawn && composition.liquidation().isDefined() && !bare;
            case DEBTS -> drawn && issues(first, Plan.Kind.DEBT);
            case MARKET -> composition.path().isEmpty();
            case FEED -> margin && drawn;
            // Shares of a venue that issues what it lends are collateral: nobody provides anything for them.
            case POOL ->
                socket == Socket.VENUE
                        && issues(tried, Plan.Kind.SHARE)
                        && (!(tried instanceof MarginVenue<?>)
                                || tried.plan().issuedAssets().isEmpty());
            case EXCHANGE -> socket == Socket.VENUE && issues(tried, Plan.Kind.SHARE) && tried instanceof Quotes<?>;
            case BRIDGE -> socket == Socket.VENUE && tried instanceof StatesBacking<?>;
            // A limit on an asset that hardly moves there may never be reached; rule 392 says how often it was near.
            case GUARDED ->
                socket == Socket.SAFEGUARD
                        && mechanism instanceof Safeguard<?> safeguard
                        && safeguard.counted().isEmpty();
            case ANY -> true;
        };
    }

    private static boolean issues(Venue<?> venue, Plan.Kind kind) {
        return venue.plan().issues().exists(claim -> claim.kind() == kind);
    }
}
