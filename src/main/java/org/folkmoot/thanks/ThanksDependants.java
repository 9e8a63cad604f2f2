package org.folkmoot.thanks;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside activities, accounts and people.
@Configuration(proxyBeanMethods = false)
class ThanksDependants {

    @Bean
    Dependants dependantsOfThanks() {
        return Dependants.none()
                .activity("thanks.moment")
                .account("thanks.tally")
                .account("thanks.stale")
                .account("thanks.moment")
                .holding("thanks.thank")
                .holding("thanks.wish")
                .holding("thanks.gift");
    }
}
