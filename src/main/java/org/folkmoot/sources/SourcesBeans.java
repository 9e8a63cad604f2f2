package org.folkmoot.sources;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The way out.
@Configuration(proxyBeanMethods = false)
class SourcesBeans {

    @Bean(destroyMethod = "close")
    Reach reach(Environment settings) {
        return new Reach(
                AllowedHosts.of(settings.getProperty("folkmoot.connectors.allowed-hosts", "")),
                Duration.ofSeconds(60));
    }
}
