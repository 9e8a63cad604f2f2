package org.folkmoot.sources.discord;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Sockets;

/// Where the gateway is. Our token goes there, so it is only believed to be on Discord's own hosts,
/// or where whoever connected says.
///
/// @param base `wss://gateway.discord.gg`
/// @param own whether it is Discord's
record GatewayAddress(URI base, boolean own) {

    private static final String DISCORD = "discord.com";
    private static final String GATEWAYS = ".discord.gg";
    private static final String VERSION = "/?v=10&encoding=json";

    /// @param told what Discord's API says where it is; empty when it does not
    /// @return empty when that is not to be believed
    static Optional<GatewayAddress> of(Connection connection, String told, Sockets sockets) {
        var chosen = connection.setting("gateway-url");
        var api = connection.address("base-url").getHost();
        var own = chosen.isEmpty() && DISCORD.equals(api);
        var found = uri(chosen.isEmpty() ? told : chosen);
        return found.filter(
                        uri ->
                                !chosen.isEmpty()
                                        || (own ? isDiscords(uri) : near(uri, api, sockets)))
                .map(uri -> new GatewayAddress(uri, own));
    }

    /// On the same host as the API, or on one that the operator named.
    private static boolean near(URI uri, String api, Sockets sockets) {
        return uri.getHost().equals(api) || sockets.mayBePlain(uri.getHost(), uri.getPort());
    }

    private static boolean isDiscords(URI uri) {
        return uri.getHost().endsWith(GATEWAYS) && uri.getScheme().equals("wss");
    }

    private static Optional<URI> uri(String text) {
        try {
            var uri =
                    URI.create(
                            text.strip()
                                    .replaceFirst("(?i)^http", "ws")
                                    .replaceFirst("\\?.*$", "")
                                    .replaceFirst("/+$", ""));
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() == null || !(scheme.equals("ws") || scheme.equals("wss"))
                    ? Optional.empty()
                    : Optional.of(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A session goes on where Discord said, if that is as much its own.
    URI forSession(GatewaySession session) {
        var told =
                uri(session.url())
                        .filter(
                                uri ->
                                        own
                                                ? isDiscords(uri)
                                                : uri.getHost().equals(base.getHost()));
        return URI.create(told.orElse(base) + VERSION);
    }
}
