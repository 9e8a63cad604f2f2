package org.folkmoot.sources;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.folkmoot.web.PublicAddresses;

/// Where connections may lead: everywhere in the public net, by https; and to hosts that the
/// operator names in `folkmoot.connectors.allowed-hosts` also within the own net and by http.
///
/// @param named `intranet.example.org`, or with a port to which it is limited: `localhost:9000`
record AllowedHosts(Set<String> named) implements DnsResolver {

    static AllowedHosts of(String setting) {
        return new AllowedHosts(
                Arrays.stream(setting.split("[,\\s]+", -1))
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .filter(one -> !one.isBlank())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// @throws Wire.Unsent when nothing may be sent there
    URI checked(URI uri) throws Wire.Unsent {
        var host = uri.getHost();
        if (host == null || uri.getScheme() == null || uri.getUserInfo() != null) {
            throw new Wire.Unsent("This address cannot be read. Check the settings.");
        }
        if (uri.getScheme().equalsIgnoreCase("https")) {
            if (limited(host) && !names(host, uri.getPort() < 0 ? 443 : uri.getPort())) {
                throw new Wire.Unsent(
                        "The operator allows %s at another port only: folkmoot.connectors.allowed-hosts."
                                .formatted(host));
            }
            return uri;
        }
        if (!uri.getScheme().equalsIgnoreCase("http") || !names(host, uri.getPort())) {
            throw new Wire.Unsent(
                    "The address of %s must begin with https. The operator can allow others: folkmoot.connectors.allowed-hosts."
                            .formatted(host));
        }
        return uri;
    }

    private boolean names(String host, int port) {
        var name = bare(host);
        return named.contains(name) || named.contains(name + ":" + (port < 0 ? 80 : port));
    }

    /// Whether it is named with ports.
    private boolean limited(String host) {
        return named.stream().anyMatch(one -> one.startsWith(bare(host) + ":"));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var name = bare(host);
        return named.contains(name) || limited(host)
                ? InetAddress.getAllByName(name)
                : PublicAddresses.ONLY.resolve(host);
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
