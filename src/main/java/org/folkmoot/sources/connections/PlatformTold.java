package org.folkmoot.sources.connections;

import java.util.List;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// A platform that can be connected, as programs read it: what it can do and what it wants to be
/// told.
///
/// @param can keys of [Ability], by the alphabet
public record PlatformTold(
        String platform,
        String title,
        String words,
        List<String> can,
        List<SettingTold> settings,
        List<Credential> secrets) {

    /// @param fallback what holds when nothing is given
    public record SettingTold(
            String name, String label, String help, String fallback, boolean needed) {

        static SettingTold of(Setting s) {
            return new SettingTold(s.name(), s.label(), s.help(), s.fallback(), s.needed());
        }
    }

    public static PlatformTold of(Connector connector) {
        return new PlatformTold(
                connector.platform(),
                connector.title(),
                connector.words(),
                connector.can().stream().map(Ability::key).sorted().toList(),
                Setting.of(connector).stream().map(SettingTold::of).toList(),
                connector.secrets());
    }
}
