package org.folkmoot.fields;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Fetches the pictures of communities that want them: four at once, and of one server no more
/// than five a second.
@Component
class PictureWorker {

    private static final Logger log = LoggerFactory.getLogger(PictureWorker.class);
    private static final int AT_ONCE = 4;
    private static final int BATCH = 40;
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Pictures pictures;
    private final RemotePictures remote;
    private final Communities communities;
    private final boolean server;
    private final boolean allowed;
    private final Set<CommunityId> asked = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Long> next = new ConcurrentHashMap<>();

    PictureWorker(
            Pictures pictures,
            RemotePictures remote,
            Communities communities,
            @Value("${folkmoot.server:false}") boolean server,
            @Value("${folkmoot.pictures:true}") boolean allowed) {
        this.pictures = pictures;
        this.remote = remote;
        this.communities = communities;
        this.server = server;
        this.allowed = allowed;
    }

    /// Whether whoever runs this installation lets teams choose.
    boolean allowed() {
        return allowed;
    }

    /// Looks there soon.
    void ask(CommunityId community) {
        asked.add(community);
    }

    @EventListener
    void after(AccountsCame came) {
        ask(came.community());
    }

    @Scheduled(fixedDelay = 6, initialDelay = 0, timeUnit = TimeUnit.HOURS)
    void askEverywhere() {
        if (server && allowed) {
            communities.all().forEach(c -> ask(c.id()));
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void work() {
        if (!server || !allowed) {
            return;
        }
        for (var community : List.copyOf(asked)) {
            asked.remove(community);
            try {
                Here.in(community, () -> fetch(remote));
            } catch (Exception e) {
                log.error("Pictures could not be fetched; it is tried again in some hours", e);
            }
        }
    }

    /// All that is due in the community we are in, until the team says otherwise.
    ///
    /// @return how many were tried
    int fetch(RemotePictures from) throws InterruptedException, ExecutionException {
        if (!pictures.wanted()) {
            return 0;
        }
        pictures.dropOld();
        int tried = 0;
        long after = 0;
        while (pictures.wanted()) {
            var due = pictures.due(after, BATCH);
            if (due.isEmpty()) {
                break;
            }
            pictures.keep(due, fetched(due, from));
            after = due.getLast().identity();
            tried += due.size();
        }
        next.clear();
        return tried;
    }

    private List<RemotePictures.Got> fetched(List<Pictures.Due> due, RemotePictures from)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var all = new java.util.ArrayList<RemotePictures.Got>();
            var running =
                    pool.invokeAll(
                            due.stream()
                                    .map(
                                            d ->
                                                    (Callable<RemotePictures.Got>)
                                                            () -> paced(d.url(), from))
                                    .toList());
            for (var one : running) {
                all.add(one.get());
            }
            return all;
        }
    }

    private RemotePictures.Got paced(String url, RemotePictures from) throws InterruptedException {
        var now = System.nanoTime();
        long turn = next.merge(host(url), now, (last, _) -> Math.max(last + PACE, now));
        TimeUnit.NANOSECONDS.sleep(turn - now);
        return from.get(url);
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
