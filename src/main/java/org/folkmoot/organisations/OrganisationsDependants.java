package org.folkmoot.organisations;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside people.
@Configuration(proxyBeanMethods = false)
class OrganisationsDependants {

    @Bean
    Dependants dependantsOfOrganisations() {
        return Dependants.none().holding("organisations.stint");
    }
}
