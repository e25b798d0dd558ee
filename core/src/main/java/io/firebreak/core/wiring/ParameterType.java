package io.firebreak.core.wiring;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What may stand at a parameter: read off a record component once, then used by reader, schema and documentation alike. */
public sealed interface ParameterType {
    /** One word or number. */
    record Scalar(Kind kind) implements ParameterType {}

    /** One of the constants of an enum, in kebab-case. */
    record Choice(Vector<Enum<?>> constants) implements ParameterType {}

    /** A map with the components of a record. */
    record Nested(RecordShape shape) implements ParameterType {}

    /** A one-entry map that names one of several records, or just the name of one without required parameters. */
    record Variants(Seq<RecordShape> shapes) implements ParameterType {
        /** The one called constant, with a number alone, for which that number may stand. */
        public Option<RecordShape> constant() {
            return shapes.find(shape ->
                    shape.name().equals("constant") && shape.parameters().size() == 1);
        }
    }

    /** Another mechanism. */
    record Plug(Socket socket) implements ParameterType {}

    /** May be left out. */
    record Perhaps(ParameterType inner) implements ParameterType {}

    /** A list; a single value stands for a list of one. */
    record Listing(ParameterType inner) implements ParameterType {}

    /** A map of names and texts. */
    record Texts() implements ParameterType {}

    /** How one word or number is read. */
    enum Kind {
        RATIO("a ratio such as '3%' or '0.03'"),
        RATE("a rate such as '8% per year'"),
        DECIMAL("a number"),
        DURATION("a duration such as '10 min', '90 s', '1 h' or '3 d'"),
        INSTANT("a time such as '2020-03-12T13:35:00Z'"),
        PARCEL("a quantity of a declared asset such as '4 M DAI'"),
        ASSET("a declared asset"),
        ORACLE("a declared oracle"),
        MARKET("a declared outside market"),
        VENUE("a declared venue"),
        INT("a whole number"),
        LONG("a whole number"),
        /** A {@code long} that counts an asset of the same record. */
        AMOUNT("an amount such as '2 ETH', or base units"),
        DOUBLE("a number"),
        FLAG("'true' or 'false'"),
        TEXT("a text"),
        FILE("the name of a CSV file beside the scenario"),
        QUANTITY("a quantity such as '10 ETH', 'all', or '{ result-of: 0 }'"),
        ACCOUNT("the name of an account"),
        ACTION("an action such as '{ repay: { venue: maker, asset: DAI, quantity: all } }'");

        private final String accepted;

        Kind(String accepted) {
            this.accepted = accepted;
        }

        /** What a scenario may write. */
        public String accepted() {
            return accepted;
        }
    }

    /** The same where an asset is counted: its whole numbers are amounts. */
    default ParameterType counting() {
        if (this instanceof Perhaps perhaps) {
            return new Perhaps(perhaps.inner().counting());
        }
        if (this instanceof Listing listing) {
            return new Listing(listing.inner().counting());
        }
        return equals(new Scalar(Kind.LONG)) ? new Scalar(Kind.AMOUNT) : this;
    }

    /** What one value of it is: without that it may be left out, or be several. */
    private ParameterType single() {
        return this instanceof Perhaps perhaps
                ? perhaps.inner().single()
                : this instanceof Listing listing ? listing.inner().single() : this;
    }

    /** The records of which one stands there, each under its name; empty where none is named. */
    default Seq<RecordShape> variants() {
        return single() instanceof Variants variants ? variants.shapes() : Vector.empty();
    }

    /** What is written below it without a name; empty where nothing is. */
    default Seq<ParameterSpec> components() {
        return single() instanceof Nested nested ? nested.shape().parameters() : Vector.empty();
    }

    /** What a scenario may write, for messages and documentation. */
    default String accepted() {
        if (this instanceof Scalar scalar) {
            return scalar.kind().accepted();
        }
        if (this instanceof Choice choice) {
            return "one of "
                    + choice.constants().map(each -> KebabCase.of(each.name())).mkString(", ");
        }
        if (this instanceof Nested nested) {
            return "a map with "
                    + nested.shape().parameters().map(ParameterSpec::name).mkString(", ");
        }
        if (this instanceof Variants variants) {
            return "one of " + variants.shapes().map(RecordShape::name).mkString(", ")
                    + variants.constant()
                            .map(shape -> ", or " + shape.parameters().head().accepted())
                            .getOrElse("");
        }
        if (this instanceof Plug plug) {
            return "a " + plug.socket().title();
        }
        if (this instanceof Texts) {
            return "a map of names and texts";
        }
        return this instanceof Perhaps perhaps
                ? perhaps.inner().accepted() + ", or nothing"
                : "a list, each " + ((Listing) this).inner().accepted();
    }
}
