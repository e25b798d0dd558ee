package io.firebreak.testkit.liar.loss;

import io.firebreak.api.loss.LossModel;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.liar.Liar;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossLiarsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("liars")
    void isRejected(Liar liar) {
        liar.isRejected();
    }

    static Stream<Liar> liars() {
        return Stream.of(
                alone(102, new LossLiars.CountsItsFundTwice()),
                alone(381, new LossLiars.PaysMoreThanIsMissing()),
                alone(381, new LossLiars.PaysTheTreasuryToo(), 382, 453),
                aboveAFund(382, new LossLiars.LeavesItToOthers(), 453),
                alone(383, new LossLiars.SaysBorneWhateverItPaid()),
                alone(384, new LossLiars.PrintsWhatIsMissing(), 205),
                alone(385, new LossLiars.PaysMoreThanStandsIn()),
                alone(386, new LossLiars.StaysAtWork()),
                alone(451, new LossLiars.PaysUnasked(), 452),
                alone(452, new LossLiars.PendingForEver()),
                alone(453, new LossLiars.LeavesItToOthers()),
                alone(454, new LossLiars.SellsMoreThanIsMissing(), 310, 452),
                alone(455, new WaitingLiars.HandsOnWhatItLetsWait()),
                alone(456, new WaitingLiars.SellsAtOnce()),
                ofEstates(457, new EstateLiars.ClosesWhatItCouldSell()),
                ofEstates(458, new EstateLiars.OffersNoEstate()),
                ofEstates(459, new EstateLiars.SharesNothingOut()));
    }

    private static Liar alone(int rule, LossModel<?> model, Integer... besides) {
        return Liar.of(rule, Socket.LOSS, model, Companions.loan().withLosses(Vector.of(model)), besides);
    }

    private static Liar ofEstates(int rule, LossModel<?> model) {
        return Liar.of(
                rule,
                Socket.LOSS,
                model,
                Companions.losing(model).with(new EstateLiars.Forfeits()).withLosses(Vector.of(model)));
    }

    private static Liar aboveAFund(int rule, LossModel<?> model, Integer... besides) {
        Composition loan = Companions.loan();
        return Liar.of(rule, Socket.LOSS, model, loan.withLosses(loan.losses().prepend(model)), besides);
    }
}
