package org.folkmoot.sources.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.Wiring;
import org.springframework.stereotype.Component;

/// Asks platforms what there is to choose from.
@Component
public class Offers {

    private final Sources sources;
    private final Platforms platforms;
    private final Wiring wiring;
    private final Switchboard switchboard;

    Offers(Sources sources, Platforms platforms, Wiring wiring, Switchboard switchboard) {
        this.sources = sources;
        this.platforms = platforms;
        this.wiring = wiring;
        this.switchboard = switchboard;
    }

    /// Settings for which the platform can be asked; mostly none or one.
    static Set<String> settings(Connector connector) {
        return connector.offering().map(Offering::settings).orElse(Set.of());
    }

    /// What the setting of a connection may name.
    ///
    /// @param setting empty where the platform has just one such list
    /// @throws Refusal.NotFound when there is no such list
    /// @throws Refusal.Unusable when the platform does not tell, with why
    public List<Offering.Offer> of(long id, String setting) {
        var source = sources.get(id).kept();
        var wanted = setting(source, setting).name();
        return switchboard.talk(source, asking(wanted));
    }

    /// What a setting may name before anything is connected. Of what is given nothing is kept.
    ///
    /// @param setting as above; it may be missing among the settings, also where it is needed
    /// @throws Refusal.NotFound when there is no such platform or list
    /// @throws Refusal.Unusable when something else is missing or wrong, or the platform does not
    ///     tell, with why
    public List<Offering.Offer> before(
            String platform,
            String setting,
            Map<String, String> settings,
            Map<String, String> secrets) {
        var connector = platforms.named(platform);
        var wanted = setting(connector, setting).name();
        var connection = wiring.wished(connector, settings, secrets, wanted);
        return switchboard.talk(connector, connection, asking(wanted));
    }

    private static Function<Switchboard.Talk, List<Offering.Offer>> asking(String setting) {
        return talk -> {
            try {
                return talk.connector().offering().orElseThrow().of(talk.line(), setting);
            } catch (IllegalArgumentException e) {
                throw new Refusal.Unusable(String.valueOf(e.getMessage()));
            }
        };
    }

    /// @throws Refusal.NotFound when nothing is offered for it
    Setting setting(Source source, String name) {
        return setting(platforms.of(source), name);
    }

    private static Setting setting(Connector connector, String name) {
        var offered = settings(connector);
        return connector.settings().stream()
                .filter(s -> offered.contains(s.name()))
                .filter(s -> name.isEmpty() ? offered.size() == 1 : s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This list"));
    }
}
