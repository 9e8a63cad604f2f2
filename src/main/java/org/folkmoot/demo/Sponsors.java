package org.folkmoot.demo;

import java.util.Map;
import org.folkmoot.community.Scene;
import org.folkmoot.organisations.Organisations;
import org.springframework.stereotype.Component;

/// The organisations that the made-up team took note of, by their domains; of the others it is
/// asked.
@Component
class Sponsors implements Scene {

    private static final Map<String, String> KEPT =
            Map.of(
                    "Lantern Foundation", "lantern.example",
                    "Quillworks", "quillworks.example",
                    "Kestrel Cloud", "kestrel.example");

    private final Organisations organisations;

    Sponsors(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean due() {
        return !organisations.any();
    }

    @Override
    public void play() {
        KEPT.forEach(organisations::found);
    }
}
