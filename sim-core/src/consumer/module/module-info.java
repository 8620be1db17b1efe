/** A project of someone else on the module path. */
module consumer {
    requires org.bridgeconvoy.core;

    exports consumer;
}
