package org.folkmoot.privacy;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside people.
@Configuration(proxyBeanMethods = false)
class PrivacyDependants {

    @Bean
    Dependants dependantsOfPrivacy() {
        return Dependants.none().holding("privacy.restraint").holding("privacy.request");
    }
}
