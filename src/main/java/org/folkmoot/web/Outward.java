package org.folkmoot.web;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/// Clients for addresses that somebody typed: they connect only where they may, follow no
/// redirects, try nothing twice, keep no cookies, and give up in time.
public final class Outward {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private Outward() {}

    /// @param addresses where it may connect to
    /// @param queue how long a call waits for its turn
    /// @param answer how long for each part of an answer
    public static HttpClientBuilder client(DnsResolver addresses, Duration queue, Duration answer) {
        var patience = Timeout.of(answer);
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(addresses)
                                .setMaxConnTotal(8)
                                .setMaxConnPerRoute(4)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(CONNECT)
                                                .setSocketTimeout(patience)
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(Timeout.of(queue))
                                .setResponseTimeout(patience)
                                .build())
                .setUserAgent("Folkmoot")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching();
    }
}
