package io.firebreak.core.engine;

import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;

/** What stands at one venue, in the order of targets: listed once for all agents that look before it changes. */
final class Shown {
    private final Desk<?> desk;
    private Seq<StandingOffer> offers = Array.empty();
    private Seq<Invitation> invitations = Array.empty();
    private long offersBlock = -1;
    private long offersVersion = -1;
    private long invitationsVersion = -1;

    Shown(Desk<?> desk) {
        this.desk = desk;
    }

    /** With limits and asks as they are in this block. */
    Seq<StandingOffer> offers() {
        long block = desk.world.block.number();
        if (offersVersion != desk.offers.version() || offersBlock != block) {
            List<StandingOffer> listed = new ArrayList<>();
            for (int target : desk.offers.targets()) {
                StandingOffer offer = desk.standing(target, null);
                if (offer != null) {
                    listed.add(offer);
                }
            }
            offers = Array.ofAll(listed);
            offersVersion = desk.offers.version();
            offersBlock = block;
        }
        return offers;
    }

    Seq<Invitation> invitations() {
        if (invitationsVersion != desk.offers.version()) {
            List<Invitation> listed = new ArrayList<>();
            for (int target : desk.offers.targets()) {
                Invitation invitation = desk.offers.invitation(target);
                if (invitation != null) {
                    listed.add(invitation);
                }
            }
            invitations = Array.ofAll(listed);
            invitationsVersion = desk.offers.version();
        }
        return invitations;
    }
}
