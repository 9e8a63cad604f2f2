package org.folkmoot.listening;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.folkmoot.language.Bge;
import org.folkmoot.language.Embedder;
import org.folkmoot.language.Languages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Works out what conversations are about, behind the requests: some hundred a second on one core.
/// The model is opened when there is something new and closed some minutes after.
@Service
class MeaningWork {

    private static final Logger log = LoggerFactory.getLogger(MeaningWork.class);

    /// So many are worked out before they are written down.
    private static final int STEP = 100;

    private static final long IDLE = 120_000_000_000L;

    private final Meanings meanings;
    private final Judged judged;
    private final TransactionTemplate transaction;
    private boolean wanted;
    private @Nullable Embedder model;
    private long used;

    MeaningWork(
            Meanings meanings,
            Judged judged,
            PlatformTransactionManager transactions,
            @Value("${folkmoot.meanings:true}") boolean wanted) {
        this.meanings = meanings;
        this.judged = judged;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = wanted;
    }

    /// Works out the latest that are not known, where that is wanted and this machine can.
    ///
    /// @return how many; 0 when all are known
    synchronized int some(BooleanSupplier stop) {
        if (!wanted || stop.getAsBoolean()) {
            return 0;
        }
        try {
            return some(this::model);
        } catch (IllegalStateException e) {
            wanted = false;
            log.warn(
                    "This machine cannot run the model of meanings, so nothing is said to be answered before",
                    e);
            return 0;
        }
    }

    /// @param model asked only when there is something to work out
    int some(java.util.function.Supplier<Embedder> model) {
        List<Meanings.Post> posts =
                Objects.requireNonNull(transaction.execute(_ -> meanings.unknown(STEP)));
        if (posts.isEmpty()) {
            return 0;
        }
        var directions = new HashMap<Long, byte[]>();
        for (var post : posts) {
            var spoken = Languages.of(post.text());
            if (!spoken.certain() || spoken.language().equals("en")) {
                directions.put(post.id(), Meaning.pack(model.get().of(post.text())));
            }
        }
        transaction.executeWithoutResult(
                _ -> {
                    judged.takeTurn();
                    meanings.keep(posts, directions);
                });
        return posts.size();
    }

    private Embedder model() {
        used = System.nanoTime();
        var open = model;
        if (open == null) {
            open = new Bge();
            model = open;
        }
        return open;
    }

    /// Gives the memory back when there was nothing to do for a while.
    @Scheduled(fixedDelay = 60_000)
    synchronized void rest() {
        if (model != null && System.nanoTime() - used > IDLE) {
            model.close();
            model = null;
        }
    }
}
