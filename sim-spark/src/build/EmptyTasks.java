import java.util.Collections;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * For how long Spark's driver is busy with one task, at most: {@code java -cp "$(cat sim-spark/target/spark.classpath):sim-spark/target/convoy-spark.jar"
 * sim-spark/src/build/EmptyTasks.java MASTER TASKS} runs tasks without work. What the executors do for them counts too.
 */
final class EmptyTasks {

    private EmptyTasks() {}

    public static void main(String[] args) {
        int tasks = Integer.parseInt(args[1]);
        SparkConf conf = new SparkConf()
                .setMaster(args[0])
                .setAppName("empty tasks")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            for (int round = 1; round <= 3; round++) {
                long began = System.nanoTime();
                context.parallelize(Collections.nCopies(tasks, 1), tasks).count();
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("%d tasks in %.1f s: %.2f ms each%n", tasks, seconds, 1000 * seconds / tasks);
            }
        }
    }
}
