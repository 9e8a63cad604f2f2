package org.folkmoot.consent;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside people.
@Configuration(proxyBeanMethods = false)
class ConsentDependants {

    @Bean
    Dependants dependantsOfConsent() {
        return Dependants.none().holding("consent.entry").holding("consent.ask");
    }
}
