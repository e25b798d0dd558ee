package io.firebreak.core.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.wiring.KebabCase;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType;
import io.firebreak.core.wiring.RecordShape;
import io.firebreak.core.wiring.Socket;
import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Writes the JSON Schema (2020-12) of the scenario format with the mechanisms that are loaded, from the descriptions by
 * which the reader reads. Numbers with units are texts to it: their units and bounds are in the descriptions.
 */
public final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Mechanisms mechanisms;

    public SchemaWriter(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    public ObjectNode write() {
        ObjectNode root = record(ScenarioReader.HEADER);
        ObjectNode sections = (ObjectNode) root.get("properties");
        sections.set("clock", record(RecordShape.of(Sections.ClockSection.class)));
        sections.set("assets", named(record(RecordShape.of(Sections.AssetSection.class))));
        sections.set("outside-markets", named(record(RecordShape.of(Sections.MarketSection.class))));
        sections.set("oracles", named(socket(Socket.ORACLE)));
        sections.set("venues", named(venue()));
        sections.set("wallets", described(balances(), "what wallets hold at the start, by name"));
        sections.set("agents", named(socket(Socket.AGENT)));
        sections.set("shocks", list(record(RecordShape.of(Sections.ShockSection.class))));
        sections.set("actions", list(record(RecordShape.of(Sections.ActionSection.class))));
        sections.set("metrics", named(socket(Socket.METRIC)));
        sections.set("invariants", list(socket(Socket.INVARIANT)));
        ObjectNode patch = JSON.objectNode().put("type", "object");
        sections.set("worlds", described(named(patch), "what differs between worlds: paths and values"));
        sections.set("compare", described(named(patch), "what differs between designs: paths and values"));
        ((ArrayNode) root.get("required")).add("clock").add("assets");
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "A scenario of Firebreak");
        schema.setAll(root);
        ObjectNode definitions = schema.putObject("$defs");
        for (Socket socket : Socket.values()) {
            definitions.set(KebabCase.of(socket.name()), oneOf(socket));
        }
        definitions.set("action", choices(ValueReader.actions(mechanisms), RecordShape::name, shape -> shape));
        definitions.set("value", JSON.objectNode().set("type", types("string", "number", "boolean")));
        return schema;
    }

    private ObjectNode venue() {
        ObjectNode venue = record(RecordShape.of(Sections.VenueSection.class));
        ObjectNode slots = (ObjectNode) venue.get("properties");
        ArrayNode groups = JSON.arrayNode()
                .add(record(AccountReader.ROW))
                .add(wrapped("group", list(record(AccountReader.ROW))))
                .add(wrapped("synthetic", record(AccountReader.SYNTHETIC)))
                .add(file());
        slots.set("accounts", list(JSON.objectNode().set("oneOf", groups)));
        slots.set("seed", described(balances(), "what the venue's own accounts hold at the start"));
        Seq<MechanismSpec> venues = mechanisms.of(Socket.VENUE);
        venues.forEach(each -> slots.set(each.name(), orNothing(each.shape())));
        ArrayNode one = JSON.arrayNode();
        venues.forEach(each ->
                one.add(JSON.objectNode().set("required", JSON.arrayNode().add(each.name()))));
        return one.isEmpty() ? venue : venue.set("oneOf", one);
    }

    private ObjectNode file() {
        ObjectNode file = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = file.putObject("properties");
        AccountReader.FILE_KEYS.forEach(key -> properties.set(key, value()));
        properties.set("collateral", described(named(value()), "the column of each asset held"));
        properties.set("debt", described(named(value()), "the column of each asset owed"));
        return file.set("required", JSON.arrayNode().add("file"));
    }

    /** A mechanism: its name alone where all has a preset, or a one-entry map. */
    private ObjectNode oneOf(Socket socket) {
        return choices(mechanisms.of(socket), MechanismSpec::name, MechanismSpec::shape);
    }

    private <T> ObjectNode choices(Seq<T> all, Function1<T, String> name, Function1<T, RecordShape> shape) {
        ArrayNode choices = JSON.arrayNode();
        Seq<T> bare = all.filter(each -> shape.apply(each).parameters().forAll(spec -> !spec.required()));
        if (!bare.isEmpty() || all.isEmpty()) {
            choices.add(JSON.objectNode().set("enum", texts(bare.map(name))));
        }
        all.forEach(each -> choices.add(wrapped(name.apply(each), orNothing(shape.apply(each)))));
        return JSON.objectNode().set("oneOf", choices);
    }

    private static ObjectNode wrapped(String key, ObjectNode content) {
        ObjectNode map = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        map.putObject("properties").set(key, content);
        return map.set("required", JSON.arrayNode().add(key));
    }

    private ObjectNode orNothing(RecordShape shape) {
        ObjectNode record = record(shape);
        return shape.parameters().forAll(each -> !each.required())
                ? record.set("type", types("object", "null"))
                : record;
    }

    private ObjectNode record(RecordShape shape) {
        ObjectNode record = JSON.objectNode().put("type", "object");
        shape.about().forEach(about -> record.put("description", about.value()));
        ObjectNode properties = record.putObject("properties");
        shape.parameters().forEach(each -> properties.set(each.name(), parameter(each)));
        record.set(
                "required",
                texts(shape.parameters().filter(ParameterSpec::required).map(ParameterSpec::name)));
        return record.put("additionalProperties", false);
    }

    private ObjectNode parameter(ParameterSpec spec) {
        ObjectNode schema = type(spec.type());
        String text = Vector.of(
                        spec.description(),
                        "Accepted: " + spec.accepted(),
                        spec.source().isEmpty() ? "" : "Source: " + spec.source())
                .filter(each -> !each.isEmpty())
                .mkString(". ");
        return spec.preset().isEmpty()
                ? described(schema, text)
                : described(schema, text).put("default", spec.preset());
    }

    private ObjectNode type(ParameterType type) {
        if (type instanceof ParameterType.Perhaps perhaps) {
            return type(perhaps.inner());
        }
        if (type instanceof ParameterType.Listing listing) {
            return listOrOne(type(listing.inner()));
        }
        if (type instanceof ParameterType.Texts) {
            return named(value());
        }
        if (type instanceof ParameterType.Nested nested) {
            return orNothing(nested.shape());
        }
        if (type instanceof ParameterType.Variants variants) {
            ObjectNode choices = choices(variants.shapes(), RecordShape::name, shape -> shape);
            return variants.constant().isEmpty()
                    ? choices
                    : JSON.objectNode()
                            .set("anyOf", JSON.arrayNode().add(value()).add(choices));
        }
        if (type instanceof ParameterType.Plug plug) {
            return socket(plug.socket());
        }
        if (type instanceof ParameterType.Choice choice) {
            return JSON.objectNode().set("enum", texts(choice.constants().map(each -> KebabCase.of(each.name()))));
        }
        return switch (((ParameterType.Scalar) type).kind()) {
            case ACTION -> JSON.objectNode().put("$ref", "#/$defs/action");
            case QUANTITY ->
                JSON.objectNode()
                        .set(
                                "anyOf",
                                JSON.arrayNode().add(value()).add(record(RecordShape.of(ValueReader.ResultOf.class))));
            case FLAG -> JSON.objectNode().put("type", "boolean");
            default -> value();
        };
    }

    private static ObjectNode socket(Socket socket) {
        return JSON.objectNode().put("$ref", "#/$defs/" + KebabCase.of(socket.name()));
    }

    private static ObjectNode value() {
        return JSON.objectNode().put("$ref", "#/$defs/value");
    }

    private static ObjectNode named(ObjectNode each) {
        return JSON.objectNode().put("type", "object").set("additionalProperties", each);
    }

    private static ObjectNode list(ObjectNode each) {
        return JSON.objectNode().put("type", "array").set("items", each);
    }

    /** A map of accounts and what they hold, or a list of such maps where an account comes twice. */
    private static ObjectNode balances() {
        return listOrOne(named(listOrOne(value())));
    }

    private static ObjectNode listOrOne(ObjectNode each) {
        return JSON.objectNode().set("anyOf", JSON.arrayNode().add(list(each)).add(each.deepCopy()));
    }

    private static ObjectNode described(ObjectNode schema, String text) {
        return schema.put("description", text);
    }

    private static ArrayNode types(String... names) {
        return texts(Vector.of(names));
    }

    private static ArrayNode texts(Seq<String> all) {
        ArrayNode array = JSON.arrayNode();
        all.forEach(array::add);
        return array;
    }
}
