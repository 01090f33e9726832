package io.yuanqing.hj212.dialogue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a peer answers, a dialogue ends. {@code ./yuanqing fuzz} looks for answers that nobody thought of. */
class DialogueFuzzTest {

    private static final String[] PIECES = {
        "QN=20260101080000000;", "QN=1;", "ST=91;", "ST=32;", "CN=9011;", "CN=9012;", "CN=9013;", "CN=9014;",
                "CN=2061;",
        "MN=M1;", "MN=;", "Flag=5;", "Flag=7;", "PNUM=2;", "PNUM=9999;", "PNO=1;", "PNO=2;", "PNO=0;"
    };
    private static final String[] CPS = {
        "",
        "QnRtn=1",
        "QnRtn=2",
        "ExeRtn=1",
        "ExeRtn=100",
        "ExeRtn=",
        "QN=20260101080000000;QnRtn=1",
        "QN=20260101080000000;CN=2061",
        "DataTime=20251231010000;w01018-Avg=1",
        "DataTime=20251231020000;w01018-Avg=2",
        "DataTime=;",
        "w01018-Avg=1,w01018-Flag=N"
    };

    @FuzzTest(maxDuration = "60m")
    @DictionaryFile(resourcePath = "/io/yuanqing/hj212/frame.dict")
    void anyAnswers(FuzzedDataProvider data) {
        List<String> segments = new ArrayList<>();
        while (data.remainingBytes() > 0 && segments.size() < 30) {
            String segment = data.consumeString(200);
            segments.add(segment);
        }
        DialogueProperties.hold(segments);
    }

    /** In every build: answers that nearly fit, which random bytes hardly ever are. */
    @Test
    void answersOfFittingPiecesInEveryOrder() {
        for (int run = 0; run < 300; run++) {
            long seed = 4_000_000 + run;
            Random random = new Random(seed);
            List<String> segments = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                StringBuilder segment = new StringBuilder();
                for (int piece = random.nextInt(7); piece >= 0; piece--) {
                    segment.append(PIECES[random.nextInt(PIECES.length)]);
                }
                segments.add(segment.append("CP=&&")
                        .append(CPS[random.nextInt(CPS.length)])
                        .append("&&")
                        .toString());
            }
            try {
                DialogueProperties.hold(segments);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + String.join(" | ", segments), e);
            }
        }
    }
}
