package org.folkmoot.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// BAAI's bge-small-en-v1.5, quantised (MIT): 384 dimensions, some 200 MB while it is open, one
/// text after the other on one core. Its weights lie in a library; nothing is fetched.
///
/// Source: S. Xiao et al., "C-Pack: Packed Resources For General Chinese Embeddings", 2023.
public final class Bge implements Embedder {

    private static final int MOST_PIECES = 256;

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;

    /// @throws IllegalStateException when this machine cannot run it
    public Bge() {
        try (var weights = resource("bge-small-en-v1.5-q.onnx");
                var tokenizer = resource("bge-small-en-v1.5-q-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = runtime.createSession(weights.readAllBytes(), options);
            pieces = new WordPieces(tokenizer);
        } catch (OrtException | IOException | UnsatisfiedLinkError e) {
            throw new IllegalStateException("The model of meanings cannot be opened here", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Bge.class.getClassLoader().getResourceAsStream(name), name);
    }

    /// One at a time: the vectors of a quantised model change with what is in the same batch.
    @Override
    public synchronized float[] of(String text) {
        var ids = pieces.of(text, MOST_PIECES);
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        var shape = new long[] {1, ids.length};
        try (var input = OnnxTensor.createTensor(runtime, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(runtime, LongBuffer.wrap(ones), shape);
                var types =
                        OnnxTensor.createTensor(
                                runtime, LongBuffer.wrap(new long[ids.length]), shape);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return length1(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException("The model of meanings failed", e);
        }
    }

    private static float[] length1(float[] vector) {
        double squares = 0;
        for (var x : vector) {
            squares += x * x;
        }
        var length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /// Waits until what runs has ended.
    @Override
    public synchronized void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model of meanings cannot be closed", e);
        }
    }
}
