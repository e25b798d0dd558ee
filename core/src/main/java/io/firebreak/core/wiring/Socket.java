package io.firebreak.core.wiring;

import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.metric.Invariant;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.Venue;

/** What a mechanism can be. */
public enum Socket {
    VENUE(Venue.class, "venue"),
    MARGIN(MarginModel.class, "margin model"),
    LIQUIDATION(LiquidationModel.class, "liquidation model"),
    LOSS(LossModel.class, "loss model"),
    SAFEGUARD(Safeguard.class, "safeguard"),
    ORACLE(OracleModel.class, "oracle model"),
    PRICE(PriceModel.class, "price model"),
    AGENT(AgentModel.class, "agent model"),
    METRIC(Metric.class, "metric"),
    INVARIANT(Invariant.class, "invariant");

    private final Class<? extends Mechanism> type;
    private final String title;

    Socket(Class<? extends Mechanism> type, String title) {
        this.type = type;
        this.title = title;
    }

    /** The interface that a mechanism implements to fit. */
    public Class<? extends Mechanism> type() {
        return type;
    }

    /** {@code liquidation model}. */
    public String title() {
        return title;
    }

    /** {@code a liquidation model}, {@code an agent model}. */
    public String titled() {
        return titled(title);
    }

    /** A title, or several, with the article before it. */
    public static String titled(String title) {
        return ("aeio".indexOf(title.charAt(0)) < 0 ? "a " : "an ") + title;
    }
}
