package org.folkmoot.sources.connections;

import java.util.List;
import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.springframework.stereotype.Component;

/// Asks platforms what there is to choose from.
@Component
public class Offers {

    private final Sources sources;
    private final Platforms platforms;
    private final Switchboard switchboard;

    Offers(Sources sources, Platforms platforms, Switchboard switchboard) {
        this.sources = sources;
        this.platforms = platforms;
        this.switchboard = switchboard;
    }

    /// Settings for which the platform can be asked; mostly none or one.
    static Set<String> settings(Connector connector) {
        return connector.offering().map(Offering::settings).orElse(Set.of());
    }

    /// What the setting of a connection may name.
    ///
    /// @throws Refusal.NotFound when there is no such list
    /// @throws Refusal.Unusable when the platform does not tell, with why
    public List<Offering.Offer> of(long id, String setting) {
        var source = sources.get(id);
        setting(source, setting);
        return switchboard.talk(
                source,
                talk -> {
                    try {
                        return talk.connector().offering().orElseThrow().of(talk.line(), setting);
                    } catch (IllegalArgumentException e) {
                        throw new Refusal.Unusable(String.valueOf(e.getMessage()));
                    }
                });
    }

    /// @throws Refusal.NotFound when nothing is offered for it
    Setting setting(Source source, String name) {
        var connector = platforms.of(source);
        return connector.settings().stream()
                .filter(s -> s.name().equals(name) && settings(connector).contains(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This list"));
    }
}
