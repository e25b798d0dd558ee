package io.firebreak.testkit.world;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.scenario.MechanismReader;
import io.firebreak.core.scenario.Problem;
import io.firebreak.core.wiring.KebabCase;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.firebreak.core.wiring.RecordShape;
import io.firebreak.core.wiring.Socket;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;

/**
 * Makes a mechanism that fits generated worlds: parameters that are given are taken, those with a preset keep it, and all
 * others refer to the {@link Setting} or take a number within their bounds.
 */
public final class Filling {
    private static final Seq<String> ORACLES =
            Vector.of(Setting.ORACLE.name(), Setting.BTC_ORACLE.name(), Setting.LIVE.name());
    private static final Seq<String> MARKETS = Vector.of(Setting.MARKET.name(), "USD", "BTC", "wETH");
    private static final Seq<String> VENUES = Vector.of(Setting.VENUE.name(), Setting.POOL.name());
    /** What parameters for the asset that is borrowed or counted in are called. */
    private static final Seq<String> MONEY = Vector.of("debt", "loan", "borrowed", "quote", "numeraire", "stable");

    private final MechanismReader reader;

    public Filling(Mechanisms mechanisms) {
        reader = new MechanismReader(mechanisms, Setting.ASSETS, MARKETS, ORACLES, VENUES);
    }

    /** Why there is none: what nobody can make up, or the mistakes in what was given. */
    public sealed interface Refusal {
        /** Parameters that must be given, each with what it accepts. */
        record Needs(Seq<String> parameters) implements Refusal {}

        record Wrong(Seq<Problem> problems) implements Refusal {}
    }

    /**
     * The mechanism with its parameters, or why there is none.
     *
     * @param given texts with parameters of any mechanisms by name, {@code my-auction: { beg: 3% }}, the weightier first
     */
    public Either<Refusal, Mechanism> fill(MechanismSpec spec, Seq<MechanismReader.Given> given) {
        Map<String, String> texts = texts(spec.shape(), spec.socket());
        Either<Seq<Problem>, Object> read = reader.read(spec, given, texts);
        if (read.isRight()) {
            return Either.right((Mechanism) read.get());
        }
        Seq<ParameterSpec> needs = spec.parameters()
                .filter(each -> each.required() && !texts.containsKey(each.name()))
                .filter(each ->
                        read.getLeft().exists(problem -> problem.message().startsWith("lacks '" + each.name())));
        return Either.left(
                needs.isEmpty()
                        ? new Refusal.Wrong(read.getLeft())
                        : new Refusal.Needs(needs.map(each -> each.name() + ", " + each.accepted())));
    }

    private static Map<String, String> texts(RecordShape shape, Socket socket) {
        Made made = new Made(socket, assets(shape));
        Map<String, String> texts = LinkedHashMap.empty();
        for (ParameterSpec each : shape.parameters().filter(ParameterSpec::required)) {
            for (String text : made.text(each, each.type())) {
                texts = texts.put(each.name(), text);
            }
        }
        return texts;
    }

    /** How many assets it asks for. */
    private static int assets(RecordShape shape) {
        return shape.parameters()
                .filter(ParameterSpec::required)
                .map(each -> assets(each.type()))
                .sum()
                .intValue();
    }

    private static int assets(ParameterType type) {
        if (type instanceof ParameterType.Listing listing) {
            return assets(listing.inner());
        }
        if (type instanceof ParameterType.Nested nested) {
            return assets(nested.shape());
        }
        return type instanceof ParameterType.Scalar scalar && scalar.kind() == Kind.ASSET ? 1 : 0;
    }

    /** What was made up so far for one mechanism. */
    private static final class Made {
        private final Socket socket;
        private final int assets;
        private int asset;
        private int parcel;
        private int duration;

        Made(Socket socket, int assets) {
            this.socket = socket;
            this.assets = assets;
        }

        Option<String> text(ParameterSpec spec, ParameterType type) {
            if (type instanceof ParameterType.Choice choice) {
                return Option.some(KebabCase.of(choice.constants().head().name()));
            }
            if (type instanceof ParameterType.Listing listing) {
                return text(spec, listing.inner());
            }
            if (type instanceof ParameterType.Nested nested) {
                return map(nested.shape());
            }
            if (type instanceof ParameterType.Variants variants) {
                return variants.shapes()
                        .flatMap(shape -> map(shape).map(map -> "{ " + shape.name() + ": " + map + " }"))
                        .headOption();
            }
            return type instanceof ParameterType.Scalar scalar ? scalar(spec, scalar.kind()) : Option.none();
        }

        private Option<String> map(RecordShape shape) {
            Seq<ParameterSpec> required = shape.parameters().filter(ParameterSpec::required);
            Seq<Option<String>> texts =
                    required.map(each -> text(each, each.type()).map(text -> each.name() + ": " + text));
            return Option.when(texts.forAll(Option::isDefined), () -> texts.map(Option::get)
                    .mkString("{ ", ", ", " }"));
        }

        private Option<String> scalar(ParameterSpec spec, Kind kind) {
            return switch (kind) {
                case ASSET -> Option.some(asset(spec));
                case ORACLE -> Option.some((socket == Socket.ORACLE ? Setting.LIVE : Setting.ORACLE).name());
                case MARKET -> Option.some(Setting.MARKET.name());
                case VENUE -> Option.some((socket == Socket.ORACLE ? Setting.POOL : Setting.VENUE).name());
                case PARCEL -> Option.some(parcel++ % 2 == 0 ? "1000 USD" : "1 ETH");
                case RATIO, DECIMAL, DOUBLE -> Option.some(number(spec));
                case INT, LONG, AMOUNT -> Option.some(within(spec, "10"));
                case RATE -> Option.some("5% per year");
                case DURATION -> Option.some(10 * ++duration + " min");
                case INSTANT -> Option.some("2024-01-01T00:00:00Z");
                case FLAG -> Option.some("false");
                case TEXT, FILE, QUANTITY, ACCOUNT, ACTION -> Option.none();
            };
        }

        /** One asset alone, and what is called so, is money; of several others the first moves, and what is called wrapped is a claim on it. */
        private String asset(ParameterSpec spec) {
            if (MONEY.contains(spec.name())) {
                return Setting.USD.symbol();
            }
            Asset next = assets == 1 ? Setting.USD : Setting.ASSETS.get(Math.min(asset, 2));
            asset++;
            return (spec.name().contains("wrapped") ? Setting.WETH : next).symbol();
        }

        private static String number(ParameterSpec spec) {
            return within(spec, spec.unit().endsWith("per whole unit") ? "2000" : "0.1");
        }

        /** The number; where that is too little, half as much again as the least; at most the most. */
        private static String within(ParameterSpec spec, String usual) {
            Option<BigDecimal> least = bound(spec.min());
            Option<BigDecimal> most = bound(spec.max());
            BigDecimal number = new BigDecimal(usual);
            BigDecimal raised = least.filter(each -> number.compareTo(each) < 0)
                    .map(each -> each.multiply(new BigDecimal("1.5")))
                    .getOrElse(number);
            return (most.exists(each -> raised.compareTo(each) > 0) ? most.get() : raised).toPlainString();
        }

        private static Option<BigDecimal> bound(String text) {
            boolean percent = text.endsWith("%");
            String digits = percent ? text.substring(0, text.length() - 1) : text;
            return digits.matches("-?[0-9]+(\\.[0-9]+)?")
                    ? Option.some(percent ? new BigDecimal(digits).movePointLeft(2) : new BigDecimal(digits))
                    : Option.none();
        }
    }
}
