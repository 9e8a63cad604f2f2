package org.folkmoot.sources.hubspot;

import java.util.LinkedHashSet;
import java.util.Set;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;

/// The address that HubSpot called, as it wrote it: it is part of what it signs. That is the one we
/// gave it, unless whoever stands between us goes by another name; a wrong one signs nothing.
final class Addresses {

    private Addresses() {}

    static Set<String> of(Call call, Connection connection) {
        var all = new LinkedHashSet<String>();
        all.add(connection.setting("webhook-address"));
        all.add(call.address());
        var path = call.address().replaceFirst("^\\w+://[^/]*", "");
        for (var header : new String[] {"X-Forwarded-Host", "Host"}) {
            var host = call.header(header).replaceFirst(",.*$", "").strip();
            if (!host.isEmpty() && !path.isEmpty()) {
                all.add("https://" + host + path);
                all.add("http://" + host + path);
            }
        }
        all.remove("");
        return all;
    }
}
