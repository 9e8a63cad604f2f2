package org.folkmoot.sources.hubspot;

import java.util.LinkedHashSet;
import java.util.Set;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;

/// The address that HubSpot called, as it wrote it: it is part of what it signs. Whoever stands
/// between us says only in headers how it was called, and a wrong one signs nothing.
final class Addresses {

    private Addresses() {}

    static Set<String> of(Call call, Connection connection) {
        var all = new LinkedHashSet<String>();
        var told = connection.setting("webhook-address");
        if (!told.isEmpty()) {
            all.add(told);
        }
        var path = "/hooks/" + connection.id();
        if (!call.query(Call.KEY).isEmpty()) {
            path += "/" + call.query(Call.KEY);
        }
        for (var header : new String[] {"X-Forwarded-Host", "Host"}) {
            var host = call.header(header).replaceFirst(",.*$", "").strip();
            if (!host.isEmpty()) {
                all.add("https://" + host + path);
                all.add("http://" + host + path);
            }
        }
        return all;
    }
}
