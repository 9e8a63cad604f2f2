package org.folkmoot.consent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the house itself asks people for; other modules declare their own.
@Configuration(proxyBeanMethods = false)
class ConsentBeans {

    /// The mail that asks whether an address is hers.
    static final String CONFIRMATION = "confirmation";

    /// A letter that a teammate writes to one person.
    static final String PERSONAL = "personal";

    @Bean
    Purpose newsPurpose() {
        return new Purpose("news", Basis.CONSENT, true);
    }

    @Bean
    Purpose personalPurpose() {
        return new Purpose(PERSONAL, Basis.INTEREST, false);
    }

    @Bean
    Purpose confirmationPurpose() {
        return new Purpose(CONFIRMATION, Basis.SERVICE, false);
    }
}
