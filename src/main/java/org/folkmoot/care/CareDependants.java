package org.folkmoot.care;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside activities, accounts and people.
@Configuration(proxyBeanMethods = false)
class CareDependants {

    @Bean
    Dependants dependantsOfCare() {
        return Dependants.none()
                .activity("care.touch")
                .account("care.touch")
                .account("care.touch", "with_identity")
                .holding("care.about")
                .holding("care.owner")
                .holding("care.watch")
                .holding("care.self")
                .holding("care.talk")
                .holding("care.mention");
    }
}
