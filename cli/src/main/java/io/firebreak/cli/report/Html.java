package io.firebreak.cli.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** A piece of markup; text can enter it only escaped. */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /** A number keeps its per cent sign on its line. */
    static Html text(String text) {
        return new Html(escaped(text.replace(" %", "\u00a0%")));
    }

    static Html tag(String name, Seq<Html> children) {
        return new Html("<" + name + ">" + children.map(Html::markup).mkString() + "</" + name + ">\n");
    }

    static Html tag(String name, Html... children) {
        return tag(name, List.of(children));
    }

    static Html tag(String name, String text) {
        return tag(name, text(text));
    }

    static Html all(Seq<Html> parts) {
        return new Html(parts.map(Html::markup).mkString());
    }

    static Html all(Html... parts) {
        return all(List.of(parts));
    }

    /** The same with an attribute on its first tag. */
    Html with(String attribute, String value) {
        int end = 1;
        while (Character.isLetterOrDigit(markup.charAt(end))) {
            end++;
        }
        return new Html(
                markup.substring(0, end) + " " + attribute + "=\"" + escaped(value) + "\"" + markup.substring(end));
    }

    Html of(String styleClass) {
        return with("class", styleClass);
    }

    static Html paragraph(String text) {
        return tag("p", text);
    }

    static Html list(Seq<Html> items) {
        return tag("ul", items.map(item -> tag("li", item)));
    }

    static Html columnHeader(Html content) {
        return tag("th", content).with("scope", "col");
    }

    static Html columnHeader(String text) {
        return columnHeader(text(text));
    }

    static Html rowHeader(Html content) {
        return tag("th", content).with("scope", "row");
    }

    static Html rowHeader(String text) {
        return rowHeader(text(text));
    }

    static Html row(Seq<Html> cells) {
        return tag("tr", cells);
    }

    static Html cell(String text) {
        return tag("td", text);
    }

    static Html number(String text) {
        return cell(text).of("number");
    }

    /** A table in a frame that scrolls where the window is too narrow for it. */
    static Html table(Html caption, Seq<Html> head, Seq<Html> body) {
        return tag("div", tag("table", tag("caption", caption), tag("thead", head), tag("tbody", body)))
                .of("frame");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
