package org.folkmoot.listening;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the operator set of a language model; without an address there is none.
@Component
class ModelSettings {

    private final Environment settings;

    ModelSettings(Environment settings) {
        this.settings = settings;
    }

    /// @param url up to and without `/chat/completions`
    /// @param own the host of one's own net that may be asked all the same; empty for none
    /// @param daily how often a community may ask on a day
    record Model(URI url, String key, String name, String own, int daily) {

        String host() {
            return url.getHost();
        }

        /// In one's own net by the operator's word; then plain http will do.
        boolean ownHost() {
            return own.equalsIgnoreCase(host());
        }
    }

    /// Null when none is set, or its address is none that may be asked.
    @Nullable Model model() {
        var address = of("url", "");
        if (address.isEmpty()) {
            return null;
        }
        try {
            var model =
                    new Model(
                            URI.create(address.replaceAll("/+$", "")),
                            of("key", ""),
                            of("name", "gpt-4o-mini"),
                            of("own", ""),
                            Integer.parseInt(of("daily", "50")));
            var scheme = model.url().getScheme();
            var usable =
                    model.url().getHost() != null
                            && model.url().getUserInfo() == null
                            && ("https".equals(scheme)
                                    || ("http".equals(scheme) && model.ownHost()));
            return usable ? model : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String of(String name, String otherwise) {
        return settings.getProperty("folkmoot.model." + name, otherwise).strip();
    }
}
