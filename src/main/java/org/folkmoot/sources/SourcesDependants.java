package org.folkmoot.sources;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside accounts.
@Configuration(proxyBeanMethods = false)
class SourcesDependants {

    @Bean
    Dependants dependantsOfSources() {
        return Dependants.none().account("sources.account");
    }
}
