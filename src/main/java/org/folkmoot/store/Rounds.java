package org.folkmoot.store;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// What the server looks after every so often, and when it has started; a verb of the command line
/// does none of it. Each round has a thread while it runs: one that waits for a mail server or a
/// picture holds up no other.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("folkmoot.server")
@EnableScheduling
class Rounds {

    private static final int AT_ONCE = 16;

    private final ApplicationEventPublisher events;

    Rounds(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Bean
    static ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setPoolSize(AT_ONCE);
        scheduler.setThreadNamePrefix("round-");
        return scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        events.publishEvent(new Opened());
    }
}
