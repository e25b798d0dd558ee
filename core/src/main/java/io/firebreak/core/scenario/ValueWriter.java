package io.firebreak.core.scenario;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.wiring.KebabCase;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.firebreak.core.wiring.RecordShape;
import io.firebreak.core.wiring.Socket;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.function.Consumer;

/** Writes the records that parameters describe, as {@link ValueReader} reads them: what equals its preset is left out. */
final class ValueWriter {
    private static final Place NOWHERE = new Place("", 1, 1);

    private final Mechanisms mechanisms;
    private final ValueReader presets;
    private final Seq<Asset> ledger;
    private final Option<Cast> cast;
    private final Seq<String> names;
    private final Consumer<String> unsaid;

    /**
     * A writer of one economy.
     *
     * @param presets knows the names that presets may have in them
     * @param ledger assets and claims
     * @param cast none where a venue cannot say what it has
     * @param unsaid is told what the reader will not take
     */
    ValueWriter(
            Mechanisms mechanisms, ValueReader presets, Seq<Asset> ledger, Option<Cast> cast, Consumer<String> unsaid) {
        this(mechanisms, presets, ledger, cast, Vector.empty(), unsaid);
    }

    private ValueWriter(
            Mechanisms mechanisms,
            ValueReader presets,
            Seq<Asset> ledger,
            Option<Cast> cast,
            Seq<String> names,
            Consumer<String> unsaid) {
        this.mechanisms = mechanisms;
        this.presets = presets;
        this.ledger = ledger;
        this.cast = cast;
        this.names = names;
        this.unsaid = unsaid;
    }

    /** The same writer for a scripted action that names these accounts. */
    ValueWriter scripted(Seq<String> accounts) {
        return new ValueWriter(mechanisms, presets, ledger, cast, accounts, unsaid);
    }

    static Tree leaf(String text) {
        return new Tree.Leaf(NOWHERE, text, false);
    }

    /** A name or text, in quotes where it reads as nothing. */
    private Tree word(String text) {
        if (!text.equals(text.strip())) {
            unsaid.accept("'" + text + "' loses the spaces around it");
        }
        return new Tree.Leaf(NOWHERE, text, text.isEmpty() || text.equals("none"));
    }

    static Tree items(Seq<? extends Tree> items) {
        return Tree.Items.of(NOWHERE, Vector.narrow(items.toVector()));
    }

    static Tree.Branch branch(Seq<? extends io.vavr.Tuple2<String, ? extends Tree>> entries) {
        return Tree.Branch.of(
                NOWHERE,
                LinkedHashMap.ofEntries(entries.map(each -> Tuple.of(each._1, new Tree.Entry(NOWHERE, each._2)))));
    }

    static Tree.Branch branch(String key, Tree value) {
        return branch(Vector.of(Tuple.of(key, value)));
    }

    /** A mechanism by the name under which it is registered; by its class where it is not. */
    Tree mechanism(Object model, Socket socket) {
        Option<MechanismSpec> spec = mechanisms.of(socket).find(each -> each.type() == model.getClass());
        return spec.map(each -> named(each.name(), record(model, each.shape()))).getOrElse(() -> {
            String type = model.getClass().getName();
            unsaid.accept(
                    socket.title() + " " + type + " is no registered mechanism: bind it in a plugin by this name");
            return Try.of(() -> named(type, record(model, RecordShape.of(model.getClass()))))
                    .getOrElse(() -> leaf(type));
        });
    }

    private static Tree named(String name, Tree.Branch parameters) {
        return parameters.entries().isEmpty() ? leaf(name) : branch(name, parameters);
    }

    /** A record of the scenario's fixed parts. */
    Tree.Branch record(Record value) {
        return record(value, RecordShape.of(value.getClass()));
    }

    Tree.Branch record(Object value, RecordShape shape) {
        return branch(shape.parameters()
                .zip(shape.components(value))
                .filter(each -> !isPreset(each._2, each._1))
                .map(each -> Tuple.of(each._1.name(), value(each._2, each._1.type(), counted(each._1, shape, value)))));
    }

    /** A parameter that is counted in an asset of the same record, with that asset as its unit. */
    private static ParameterSpec counted(ParameterSpec spec, RecordShape shape, Object record) {
        Seq<String> way = shape.counter(spec);
        Object found = record;
        for (String key : way) {
            RecordShape at = RecordShape.of(found.getClass());
            found = at.components(found)
                    .get(at.parameters().map(ParameterSpec::name).indexOf(key));
        }
        return way.isEmpty() ? spec : spec.counted(((Asset) found).symbol());
    }

    private boolean isPreset(Object value, ParameterSpec spec) {
        return spec.preset().isEmpty()
                ? spec.type() instanceof ParameterType.Perhaps && value.equals(Option.none())
                : presets.preset(spec).contains(value);
    }

    private Tree value(Object value, ParameterType type, ParameterSpec spec) {
        if (type instanceof ParameterType.Perhaps perhaps) {
            return ((Option<?>) value)
                    .map(each -> value(each, perhaps.inner(), spec))
                    .getOrElse(() -> leaf("none"));
        }
        if (type instanceof ParameterType.Listing listing) {
            return items(((Seq<?>) value).map(each -> value(each, listing.inner(), spec)));
        }
        if (type instanceof ParameterType.Texts) {
            return branch(
                    ((Map<?, ?>) value).toVector().map(each -> Tuple.of((String) each._1, word((String) each._2))));
        }
        if (type instanceof ParameterType.Nested nested) {
            return record(value, nested.shape());
        }
        if (type instanceof ParameterType.Plug plug) {
            return mechanism(value, plug.socket());
        }
        if (type instanceof ParameterType.Variants variants) {
            Option<RecordShape> constant = variants.constant().filter(shape -> shape.type() == value.getClass());
            if (constant.isDefined()) {
                ParameterSpec only = constant.get().parameters().head();
                return value(constant.get().components(value).head(), only.type(), only);
            }
            return variant(
                    value,
                    spec.unit().isEmpty()
                            ? variants.shapes()
                            : variants.shapes().map(each -> each.in(spec.unit())));
        }
        return type instanceof ParameterType.Choice
                ? leaf(KebabCase.of(((Enum<?>) value).name()))
                : scalar(value, ((ParameterType.Scalar) type).kind(), spec);
    }

    private Tree variant(Object value, Seq<RecordShape> shapes) {
        Class<?> type = value.getClass();
        Option<RecordShape> shape = shapes.distinctBy(RecordShape::name).find(each -> each.type() == type);
        return shape.map(each -> named(each.name(), record(value, each))).getOrElse(() -> {
            unsaid.accept(type.getName() + " is none of "
                    + shapes.map(RecordShape::name).mkString(", "));
            return leaf(type.getName());
        });
    }

    private Tree scalar(Object value, Kind kind, ParameterSpec spec) {
        if (Scalars.isNumber(kind)) {
            return leaf(number(value, kind, spec));
        }
        return switch (kind) {
            case ASSET -> word(((Asset) value).symbol());
            case ORACLE -> word(((OracleRef) value).name());
            case MARKET -> word(((MarketRef) value).name());
            case VENUE -> word(((VenueRef) value).name());
            case FILE -> word(((DataFile) value).name());
            case QUANTITY -> quantity((Quantity) value, spec);
            case ACCOUNT -> word(account((AccountId) value));
            case ACTION -> variant(value, ValueReader.actions(mechanisms));
            default -> word(value.toString());
        };
    }

    private String number(Object value, Kind kind, ParameterSpec spec) {
        boolean finite = !(value instanceof Double number) || Double.isFinite(number);
        boolean whole = !(value instanceof Duration duration) || duration.toNanosPart() % 1_000_000 == 0;
        if (!finite || !whole) {
            unsaid.accept(spec.name() + " is " + value + ", which no scenario can say");
        }
        if (kind == Kind.AMOUNT || (kind == Kind.LONG && counted(spec).isDefined())) {
            return units((Long) value, spec);
        }
        return finite ? Numerals.write(kind, value, spec.unit()) : value.toString();
    }

    private Tree quantity(Quantity quantity, ParameterSpec spec) {
        return quantity instanceof Quantity.Units units
                ? leaf(units(units.units(), spec))
                : quantity instanceof Quantity.ResultOf result
                        ? branch("result-of", leaf(Integer.toString(result.step())))
                        : leaf("all");
    }

    /** Whole units of the asset that is counted here; base units where that is not known. */
    private String units(long units, ParameterSpec spec) {
        return counted(spec)
                .map(asset -> Numerals.parcel(new Parcel(asset, units)))
                .getOrElse(() -> Long.toString(units));
    }

    private Option<Asset> counted(ParameterSpec spec) {
        return ledger.find(each -> each.symbol().equals(spec.unit()));
    }

    private String account(AccountId account) {
        int name = -1 - account.index();
        if (name >= 0 && name < names.size()) {
            String known = names.get(name);
            if (cast.exists(each -> !each.has(known))) {
                unsaid.accept("an action names '" + known + "', which no account of a run can have");
            }
            return known;
        }
        unsaid.accept("an action has the account number " + account.index() + ", for which it has no name");
        return Integer.toString(account.index());
    }
}
