package org.folkmoot.sources;

import java.time.Duration;
import java.util.List;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The way out, and the page in the rail.
@Configuration(proxyBeanMethods = false)
class SourcesBeans {

    @Bean(destroyMethod = "close")
    Reach reach(Environment settings) {
        return new Reach(
                AllowedHosts.of(settings.getProperty("folkmoot.connectors.allowed-hosts", "")),
                Duration.ofSeconds(60));
    }

    @Bean
    Sockets sockets(Environment settings) {
        return new Sockets(
                AllowedHosts.of(settings.getProperty("folkmoot.connectors.allowed-hosts", "")));
    }

    @Bean
    RailItem connectionsRailItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                15,
                "Connections",
                "plug-connected",
                "/connections",
                "",
                Permission.IMPORT,
                List.of("/subscribers"));
    }
}
