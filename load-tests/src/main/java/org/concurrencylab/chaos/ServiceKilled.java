package org.concurrencylab.chaos;

/** The service's process is killed, and started again. */
record ServiceKilled() implements Fault {

    @Override
    public String name() {
        return "service-kill";
    }

    @Override
    public String does() {
        return "the service is killed (SIGKILL) and started again";
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        scene.service().kill();
        return scene.startService();
    }

    @Override
    public boolean endsService() {
        return true;
    }
}
