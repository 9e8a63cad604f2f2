package org.folkmoot.identity;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside accounts.
@Configuration(proxyBeanMethods = false)
class IdentityDependants {

    @Bean
    Dependants dependantsOfIdentity() {
        return Dependants.none()
                .account("identity.due")
                .account("identity.suggestion", "one_identity")
                .account("identity.suggestion", "other_identity")
                .account("identity.judgement", "one_identity")
                .account("identity.judgement", "other_identity");
    }
}
