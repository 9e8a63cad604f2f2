package org.folkmoot.fields;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Fetches what is due: four pictures at once, and of one server no more than five a second.
@Component
class PictureRound {

    private static final int AT_ONCE = 4;
    private static final int BATCH = 40;
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Pictures pictures;
    private final RemotePictures remote;
    private final ConcurrentHashMap<String, Long> next = new ConcurrentHashMap<>();

    PictureRound(Pictures pictures, RemotePictures remote) {
        this.pictures = pictures;
        this.remote = remote;
    }

    /// All that is due in the community we are in, until the team says otherwise.
    ///
    /// @return how many were tried
    int fetch() throws InterruptedException, ExecutionException {
        return fetch(remote);
    }

    /// The same by another way out.
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
            var all = new ArrayList<RemotePictures.Got>();
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
