package org.folkmoot.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.webjars.WebJarVersionLocator;

/// Outline icons of Tabler, drawn into the page. Always decoration: a control that shows only an
/// icon carries its words in `aria-label`.
public final class Icon {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern PATHS = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final String FOLDER =
            Objects.requireNonNull(
                    new WebJarVersionLocator().fullPath("tabler__icons", "icons/outline/"),
                    "The library of icons is not on the class path");
    private static final Map<String, Content> KNOWN = new ConcurrentHashMap<>();

    private Icon() {}

    /// The icon of that name, as on tabler.io/icons: `home`, `user-plus`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Content of(String name) {
        return KNOWN.computeIfAbsent(name, Icon::read);
    }

    /// The mark of a platform (`slack`, `github`), a globe for one without.
    public static Content platform(String platform) {
        return of(PlatformNames.icon(platform));
    }

    private static Content read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the name of an icon".formatted(name));
        }
        try (var svg = Icon.class.getClassLoader().getResourceAsStream(FOLDER + name + ".svg")) {
            if (svg == null) {
                throw new IllegalArgumentException("There is no icon '%s'".formatted(name));
            }
            var drawing = PATHS.matcher(new String(svg.readAllBytes(), StandardCharsets.UTF_8));
            if (!drawing.find()) {
                throw new IllegalArgumentException("The icon '%s' is not an SVG".formatted(name));
            }
            var markup =
                    ("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\" width=\"18\" height=\"18\""
                                    + " viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\""
                                    + " stroke-linecap=\"round\" stroke-linejoin=\"round\">"
                                    + drawing.group(1)
                                    + "</svg>")
                            .replaceAll("\\s*\\n\\s*", "");
            return output -> output.writeContent(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
